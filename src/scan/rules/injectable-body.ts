import type { Diagnostic } from '../../errors/index.ts';
import { Clock, type Class, EventContext, injectable, Logger, Random } from '../../interfaces/index.ts';
import type { Draft } from '../draft/draft.ts';
import { prototypeOf } from '../draft/metadata.ts';
import { wholeDeclaration } from './declaration.ts';
import { listing } from './wording.ts';

const ours: readonly unknown[] = [Clock, EventContext, Logger, Random];
const given: readonly PropertyKey[] = ['length', 'name', 'prototype', 'constructor', injectable];

/** Injectable classes with members of their own. */
export function* injectableBody(draft: Draft): Iterable<Diagnostic> {
  for (const target of userClasses(draft.tokens)) {
    const source = draft.sources.classSource(target);
    const members = new Set([
      ...(source?.members ?? []),
      ...ownKeys(target),
      ...ownKeys(prototypeOf(target)),
    ]);
    if (members.size === 0) continue;
    yield {
      code: 'RMT1033',
      message: `${target.name} names a need and must have an empty body, but has ${listing([...members])}.`,
      place: source?.place,
      mend: wholeDeclaration(target),
    };
  }
}

/** The tokens and what they derive from, down to and without what Remit made. */
function userClasses(tokens: readonly Class[]): ReadonlySet<Class> {
  const classes = new Set<Class>();
  for (const token of tokens) {
    let each: unknown = token;
    while (typeof each === 'function' && !Object.hasOwn(each, injectable) && !ours.includes(each)) {
      classes.add(each as unknown as Class);
      each = Object.getPrototypeOf(each);
    }
  }
  return classes;
}

function ownKeys(target: object): string[] {
  return Reflect.ownKeys(target)
    .filter((key) => !given.includes(key))
    .map(String);
}
