import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RemitError } from '../errors/index.ts';
import { Malformed } from '../host/binary/malformed.ts';
import { findEntry } from '../host/cache/find.ts';
import type { LoadOptions } from '../host/component.ts';
import { checkContract } from '../host/contract/check.ts';
import { readComponent } from '../host/contract/read-component.ts';
import { remitSurfaces } from '../host/contract/required.ts';
import { type Surfaces, surfaces, withoutVersion } from '../host/contract/surface.ts';
import { remitWit } from '../host/contract/wit.ts';
import { digestOf } from '../host/digest.ts';

/**
 * Judges a component as loading it would, without compiling it: what it exports and imports, with all signatures.
 * A contract that held is remembered by the digests of component and WIT.
 *
 * @throws RemitError RMT2001 to RMT2005 and RMT2009
 */
export async function verifyContract(options: LoadOptions): Promise<void> {
  const bytes = await read(options);
  const kept = join(options.cache, 'contracts', await keyOf(options, bytes));
  if (existsSync(kept) || (await isTranspiled(options, bytes))) return;
  const found = surfacesOf(options, bytes);
  const names = found.exports.map(({ id }) => withoutVersion(id));
  checkContract(
    options,
    found,
    await remitSurfaces([...new Set([...options.required, ...options.offered, ...names])]),
  );
  await remember(kept);
}

/** Only what keeps its contract is transpiled. Without it the tools that read WIT are needed. */
async function isTranspiled(options: LoadOptions, bytes: Uint8Array): Promise<boolean> {
  return (await findEntry(options, digestOf(bytes))).entry !== undefined;
}

async function read({ name, file }: LoadOptions): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    throw new RemitError(
      'RMT2009',
      `The file of plugin ${name} cannot be read (${reason}): ${String(file)}`,
      {
        cause,
        details: { plugin: name, file: String(file), reason },
      },
    );
  }
}

function surfacesOf({ name, file }: LoadOptions, bytes: Uint8Array): Surfaces {
  try {
    return surfaces(readComponent(bytes));
  } catch (cause) {
    if (!(cause instanceof Malformed)) throw cause;
    throw new RemitError(
      'RMT2001',
      `Plugin ${name} is not a WebAssembly component: the file ${cause.message}`,
      {
        cause,
        details: { plugin: name, file: String(file) },
      },
    );
  }
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
