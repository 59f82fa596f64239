import type { Diagnostic } from '../../errors/index.ts';
import { type Class, injectableOf } from '../../interfaces/index.ts';
import type { Draft, NeedDraft } from '../draft/draft.ts';
import { needsOf } from '../draft/event.ts';
import { senderOf } from './sender-interface.ts';
import { parameterName, parameterTitle } from './wording.ts';

/** Needs whose type the compiler erased, and that say nothing with `@Uses`. */
export function* erasedType(draft: Draft): Iterable<Diagnostic> {
  for (const need of draft.services.flatMap(needsOf)) {
    if (need.type.kind !== 'erased' || need.uses.length > 0 || need.rest || senderOf(need)) continue;
    const written = need.source?.type;
    yield {
      code: 'RMT1007',
      message: `The type of ${parameterTitle(need)}${written ? `, ${written},` : ''} ${reason(need)}.`,
      place: need.place,
      mend: mend(draft, need),
    };
  }
}

function reason(need: NeedDraft): string {
  const { source } = need;
  if (!source) return 'is no class that exists at run time';
  if (source.typeOnly && source.from) return `is imported from '${source.from}' as a type only`;
  if (source.typeOnly) return 'is an interface or a type alias';
  if (source.type === '') return 'is missing, so nothing says what it needs';
  if (/[|&]/.test(source.type)) return 'is a union or an intersection, not one class';
  return 'is no class, so nothing of it is left at run time';
}

function mend(draft: Draft, need: NeedDraft): string {
  const { source } = need;
  const name = /[A-Za-z_$][\w$]*/.exec(source?.type ?? '')?.[0];
  if (source?.from && name) {
    return `import { ${name} } from '${source.from}';\n// or, if ${name} is no class: @Uses(TheClass) ${parameterName(need)}: ${source.type}`;
  }
  const known = draft.tokens.find((each) => each.name === name)?.name;
  const inUnion = /[|&]/.test(source?.type ?? '') ? name : undefined;
  const example = known ?? inUnion ?? suggestion(draft) ?? 'OrderBook';
  return [
    `${parameterName(need)}: ${example}`,
    `// or, to keep the type: @Uses(${example}) ${parameterName(need)}: ${source?.type || 'unknown'}`,
  ].join('\n');
}

function suggestion(draft: Draft): string | undefined {
  const isResource = (token: Class): boolean => injectableOf(token)?.kind === 'resource';
  return draft.tokens.find(isResource)?.name;
}
