import type { Diagnostic } from '../../errors/index.ts';
import { blobOperations, type Class, injectableOf, keyValueOperations } from '../../interfaces/index.ts';
import type { Draft, NeedDraft } from '../draft/draft.ts';
import { needsOf } from '../draft/event.ts';
import { closest } from './closest.ts';
import { capital, listing, parameterTitle } from './wording.ts';

const operations = { keyValue: keyValueOperations, blobs: blobOperations } as const;

/** Operations that `only` or `@Uses` asked for and that are not there to be granted. */
export function* unknownOperation(draft: Draft): Iterable<Diagnostic> {
  for (const token of draft.tokens) yield* ofToken(draft, token);
  for (const need of draft.services.flatMap(needsOf)) yield* ofUse(need);
}

function* ofToken(draft: Draft, token: Class): Iterable<Diagnostic> {
  const stands = injectableOf(token);
  if (stands?.kind !== 'resource' || !stands.wider) return;
  const wider = injectableOf(stands.wider);
  const inherited = wider?.kind === 'resource' ? wider.unknown : [];
  const own = stands.unknown.slice(inherited.length);
  if (own.length === 0) return;
  const better = mended(stands.operations, own, wider?.kind === 'resource' ? wider.operations : []);
  yield {
    code: 'RMT1010',
    message: `${token.name} asks ${stands.wider.name} for ${described(own, operations[stands.interface])}.`,
    place: draft.sources.classSource(token)?.place,
    mend: `export abstract class ${token.name} extends only(${[stands.wider.name, ...better].join(', ')}) {}`,
  };
}

function* ofUse(need: NeedDraft): Iterable<Diagnostic> {
  const stands = injectableOf(need.token);
  for (const use of need.uses) {
    if (use.operations.length === 0 || use.token !== need.token) continue;
    if (stands?.kind !== 'resource') {
      yield {
        code: 'RMT1010',
        message: `${capital(parameterTitle(need))} names operations of ${use.token.name}, which is no resource and has none to choose from.`,
        place: need.place,
        mend: `@Uses(${use.token.name})`,
      };
      continue;
    }
    const own = use.operations.filter((operation) => !stands.operations.includes(operation));
    if (own.length === 0) continue;
    const known = use.operations.filter((operation) => stands.operations.includes(operation));
    const better = mended(known, own, stands.operations);
    yield {
      code: 'RMT1010',
      message: `${capital(parameterTitle(need))} asks ${use.token.name} for ${described(own, operations[stands.interface])}.`,
      place: need.place,
      mend: `@Uses(${[use.token.name, ...better].join(', ')})`,
    };
  }
}

function described(unknown: readonly string[], all: readonly string[]): string {
  const quoted = listing(unknown.map((operation) => `'${operation}'`));
  if (unknown.every((operation) => all.includes(operation)))
    return `${quoted}, which it was narrowed not to have`;
  return `${quoted}, which is not among its operations: ${listing(all)}`;
}

/** The operations to paste: those that exist, and the nearest to each that does not. */
function mended(known: readonly string[], unknown: readonly string[], all: readonly string[]): string[] {
  const guessed = unknown.map((operation) => closest(operation, all)).filter((guess) => guess !== undefined);
  const chosen = [...new Set([...known, ...guessed])];
  return (chosen.length > 0 ? chosen : all).map((operation) => `'${operation}'`);
}
