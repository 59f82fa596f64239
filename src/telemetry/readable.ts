import { isError } from './is-error.ts';

/** Stands in for what was thrown when even looking at it throws. */
class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** What was thrown, when whoever tells of it can read it without being thrown at; else an error that says so. */
export function readable(thrown: unknown): unknown {
  if ((typeof thrown !== 'object' && typeof thrown !== 'function') || thrown === null) return thrown;
  try {
    return !isError(thrown) || isPlain(thrown)
      ? thrown
      : new Unreadable('an error without a text was thrown');
  } catch {
    return new Unreadable('what was thrown cannot be read');
  }
}

/** Whatever is told of an error is read here first, so that its getters throw here. */
function isPlain(error: Error): boolean {
  const { name, message, stack, constructor } = error as { readonly [key in keyof Error]: unknown };
  const { name: kind } = (constructor ?? {}) as { readonly name?: unknown };
  const texts = [name ?? '', kind ?? '', message, stack ?? ''];
  return texts.every((text) => typeof text === 'string');
}
