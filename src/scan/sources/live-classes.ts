import type { Class } from '../../interfaces/index.ts';
import type { ClassFacts } from './file-facts.ts';

/** One class as it was read, and the file it was read from. */
export interface FoundClass {
  readonly file: string;
  readonly facts: ClassFacts;
}

/** Finds what was read of a live class. */
export type FindClass = (target: Class) => FoundClass | undefined;

/**
 * Exported classes are known by the module that exports them. The others are known by name, and those of one name by
 * their members: a class that still fits two sources has none.
 */
export function classFinder(
  classes: readonly FoundClass[],
  namespaces: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): FindClass {
  const exported = new Map<unknown, FoundClass>();
  const hidden: FoundClass[] = [];
  for (const found of classes) {
    const namespace = namespaces.get(found.file);
    const live = found.facts.exportedAs.map((name) => namespace?.[name]).find((value) => value !== undefined);
    if (live === undefined) hidden.push(found);
    else exported.set(live, found);
  }
  return (target) => {
    const known = exported.get(target);
    if (known) return known;
    const named = hidden.filter(({ facts }) => facts.name === target.name);
    if (named.length < 2) return named[0];
    const alike = named.filter(({ facts }) => fits(target, facts));
    return alike.length === 1 ? alike[0] : undefined;
  };
}

function fits(target: Class, facts: ClassFacts): boolean {
  const prototype = target.prototype as object;
  const methods = facts.methods.filter(({ name }) => /^[\p{ID_Start}$_]/u.test(name));
  const written = (isStatic: boolean) =>
    methods.filter((method) => method.static === isStatic).map(({ name }) => name);
  return (
    sameNames(own(prototype), written(false)) &&
    written(true).every((name) => Object.hasOwn(target, name)) &&
    (facts.constructorParameters?.length ?? 0) >= target.length
  );
}

function own(prototype: object): string[] {
  return Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.every((name) => b.includes(name)) && b.every((name) => a.includes(name));
}
