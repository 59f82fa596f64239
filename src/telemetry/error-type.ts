import { isError } from './is-error.ts';
import { RemitError } from '../errors/index.ts';

/** Keeps labels few even when an application makes up class names. */
const longest = 64;

/** The value of `error.type`: the code of a Remit error, else the error's name; never its message. */
export function errorType(error: unknown): string {
  if (error instanceof RemitError) return error.code;
  if (!isError(error)) return '_OTHER';
  const name = typeof error.name === 'string' && error.name !== 'Error' ? error.name : error.constructor.name;
  return name === '' ? 'Error' : name.slice(0, longest);
}
