import { RemitError } from '../../errors/index.ts';
import { Malformed } from '../binary/malformed.ts';
import type { LoadOptions } from '../component.ts';
import { checkContract } from './check.ts';
import { readComponent } from './read-component.ts';
import { remitSurfaces } from './required.ts';
import { type Surfaces, surfaces, withoutVersion } from './surface.ts';

/** What a component offers and asks for, and the same as Remit's WIT has it. */
export interface Kept {
  readonly found: Surfaces;
  readonly expected: Awaited<ReturnType<typeof remitSurfaces>>;
}

/** Reads what a component offers and asks for, and checks it. @throws RemitError RMT2001 to RMT2006 */
export async function keepContract(options: LoadOptions, bytes: Uint8Array): Promise<Kept> {
  const found = readSurfaces(options, bytes);
  const names = found.exports.map(({ id }) => withoutVersion(id));
  const expected = await remitSurfaces([...new Set([...options.required, ...options.offered, ...names])]);
  checkContract(options, found, expected);
  return { found, expected };
}

function readSurfaces(options: LoadOptions, bytes: Uint8Array): Surfaces {
  try {
    return surfaces(readComponent(bytes));
  } catch (cause) {
    if (cause instanceof Malformed) throw notAComponent(options, cause.message, cause);
    throw cause;
  }
}

/** `reason` follows "the file". */
export function notAComponent({ name, file }: LoadOptions, reason: string, cause: unknown): RemitError {
  return new RemitError('RMT2001', `Plugin ${name} is not a WebAssembly component: the file ${reason}`, {
    cause,
    details: { plugin: name, file: String(file) },
  });
}
