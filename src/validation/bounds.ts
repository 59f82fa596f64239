/** How deep data from outside may nest: objects and arrays count alike. */
export const maximumDepth = 32;
/** How many elements one array from outside may have. */
export const maximumLength = 10_000;

/** What is wrong with data before any class is asked. */
export interface Excess {
  readonly path: string;
  readonly rule: 'depth' | 'length' | 'unknownProperty';
}

/** Whether a key can reach a prototype when it is copied carelessly. */
export function reachesPrototype(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

/** Whether data nests, counts and names its keys within bounds. `depth` is that of `value`; cycles end at the limit. */
export function isBounded(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth > maximumDepth) return false;
  if (Array.isArray(value)) {
    if (value.length > maximumLength) return false;
    for (const element of value) if (!isBounded(element, depth + 1)) return false;
    return true;
  }
  if (ArrayBuffer.isView(value)) return true;
  for (const key of Object.keys(value)) {
    if (reachesPrototype(key)) return false;
    if (!isBounded((value as Record<string, unknown>)[key], depth + 1)) return false;
  }
  return true;
}

/** The first place where data leaves its bounds; `undefined` when `isBounded`. */
export function excessOf(value: unknown, depth: number, path: string): Excess | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > maximumDepth) return { path, rule: 'depth' };
  if (Array.isArray(value)) {
    if (value.length > maximumLength) return { path, rule: 'length' };
    for (let index = 0; index < value.length; index++) {
      const excess = excessOf(value[index], depth + 1, `${path}[${index}]`);
      if (excess) return excess;
    }
    return undefined;
  }
  if (ArrayBuffer.isView(value)) return undefined;
  for (const key of Object.keys(value)) {
    const inner = join(path, key);
    if (reachesPrototype(key)) return { path: inner, rule: 'unknownProperty' };
    const excess = excessOf((value as Record<string, unknown>)[key], depth + 1, inner);
    if (excess) return excess;
  }
  return undefined;
}

/** Path of a property; keys come from outside, so they are cut. */
export function join(path: string, key: string): string {
  const name = key.length > 64 ? `${key.slice(0, 64)}…` : key;
  return path === '' ? name : `${path}.${name}`;
}
