import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findEntry } from './cache/find.ts';
import type { LoadOptions } from './component.ts';
import { remitWit } from './contract/index.ts';
import { keepContract } from './contract/keep.ts';
import { digestOf } from './digest.ts';
import { readPlugin } from './read-plugin.ts';

/**
 * Judges a component as loading it would, without compiling it: what it exports and imports, with all signatures.
 * A contract that held is remembered by the digests of component and WIT.
 *
 * @throws RemitError RMT2001 to RMT2006 and RMT2009
 */
export async function verifyContract(options: LoadOptions): Promise<void> {
  const bytes = await readPlugin(options);
  const kept = join(options.cache, 'contracts', await keyOf(options, bytes));
  if (existsSync(kept) || (await isTranspiled(options, bytes))) return;
  await keepContract(options, bytes);
  await remember(kept);
}

/** Only what keeps its contract is transpiled. Without it the tools that read WIT are needed. */
async function isTranspiled(options: LoadOptions, bytes: Uint8Array): Promise<boolean> {
  return (await findEntry(options, digestOf(bytes))).entry !== undefined;
}

async function keyOf({ required, offered, asynchronous }: LoadOptions, bytes: Uint8Array): Promise<string> {
  const terms = JSON.stringify([1, (await remitWit()).digest, required.toSorted(), offered, asynchronous]);
  return createHash('sha256').update(terms).update(bytes).digest('hex');
}

/** A read-only folder only means that the next check judges again. */
async function remember(file: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '');
  } catch {
    return;
  }
}
