import 'reflect-metadata';

type Decorator = (target: unknown, key?: PropertyKey, descriptor?: unknown) => unknown;

/** What compiled decorators call; TypeScript's `__decorate`. */
export function decorate(
  decorators: readonly (Decorator | undefined)[],
  target: object,
  key?: PropertyKey,
  descriptor?: PropertyDescriptor | null,
): unknown {
  const isMember = key !== undefined;
  let result: unknown = target;
  if (isMember) result = descriptor === null ? Object.getOwnPropertyDescriptor(target, key) : descriptor;
  for (const decorator of decorators.toReversed()) {
    if (!decorator) continue;
    result = (isMember ? decorator(target, key, result) : decorator(result)) ?? result;
  }
  if (isMember && result) Object.defineProperty(target, key, result as PropertyDescriptor);
  return result;
}

/** What compiled parameter decorators call; TypeScript's `__param`. */
export function decorateParam(index: number, decorator: (...parameters: unknown[]) => void): Decorator {
  return (target, key) => decorator(target, key, index);
}

/** What compiled types call; TypeScript's `__metadata`. */
export function decorateMetadata(key: string, value: unknown): Decorator {
  return Reflect.metadata(key, value) as Decorator;
}
