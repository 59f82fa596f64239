import { isNativeError } from 'node:util/types';

/** Whether a value is an error, also one of another realm: inside a test runner, Node's own errors are. */
export function isError(value: unknown): value is Error {
  return value instanceof Error || isNativeError(value);
}
