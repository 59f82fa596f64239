import { isError } from './is-error.ts';
import { RemitError } from '../errors/index.ts';

/** Keeps labels few even when an application makes up class names. */
const longest = 64;

/** The value of `error.type`: the code of a Remit error, else the error's name; never its message. */
export function errorType(error: unknown): string {
  if (error instanceof RemitError) return error.code;
  if (!isError(error)) return '_OTHER';
  const { name, constructor } = error as { name?: unknown; constructor?: { name?: unknown } };
  const own = typeof name === 'string' && name !== 'Error' ? name : constructor?.name;
  return typeof own === 'string' && own !== '' ? own.slice(0, longest) : 'Error';
}
