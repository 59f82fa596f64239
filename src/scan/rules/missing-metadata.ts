import type { Diagnostic } from '../../errors/index.ts';
import type { Draft, NeedDraft } from '../draft/draft.ts';
import { senderOf } from './sender-interface.ts';
import { askerTitle, listing, parameterName } from './wording.ts';

/** Constructors and handlers whose parameters have neither recorded types nor `@Uses`. */
export function* missingMetadata(draft: Draft): Iterable<Diagnostic> {
  for (const service of draft.services) {
    if (!service.record || service.record.services.length === 0) continue;
    for (const needs of [service.needs, ...service.handlers.map((handler) => handler.needs)]) {
      const unsaid = needs.filter(
        (need) => need.type.kind === 'absent' && need.uses.length === 0 && !need.rest && !senderOf(need),
      );
      const [first] = unsaid;
      if (first) yield diagnostic(first, unsaid);
    }
  }
}

function diagnostic(first: NeedDraft, unsaid: readonly NeedDraft[]): Diagnostic {
  const titles = unsaid.map(({ index, source }) => (source ? `${index} (${source.name})` : String(index)));
  return {
    code: 'RMT1008',
    message: `The compiler recorded no types for ${askerTitle(first)}; what parameter${titles.length > 1 ? 's' : ''} ${listing(titles)} need${titles.length > 1 ? '' : 's'} is not known.`,
    place: first.handler?.place ?? first.place,
    mend: [
      ...unsaid.map(
        (need) =>
          `@Uses(${need.source?.type || 'OrderBook'}) ${parameterName(need)}: ${need.source?.type || 'OrderBook'}`,
      ),
      '// or compile with tsc, swc or oxc, and in tsconfig.json:',
      '"experimentalDecorators": true, "emitDecoratorMetadata": true',
    ].join('\n'),
  };
}
