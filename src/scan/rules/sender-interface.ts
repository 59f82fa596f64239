import type { Diagnostic } from '../../errors/index.ts';
import { injectableOf } from '../../interfaces/index.ts';
import type { Draft, NeedDraft } from '../draft/draft.ts';
import { needsOf, nameOf } from '../draft/event.ts';
import { type SenderType, senderType } from '../sender-type.ts';
import { capital, parameterName, parameterTitle } from './wording.ts';

/** Needs typed with the interfaces `Emitter` and `Asker` in place of a class that extends `emits` or `asks`. */
export function* senderInterface(draft: Draft): Iterable<Diagnostic> {
  const needs = draft.services.flatMap(needsOf);
  const senders = needs.flatMap((need) => senderOf(need) ?? []).filter((sender) => !tokenFor(draft, sender));
  for (const need of needs) {
    const sender = senderOf(need);
    if (!sender) continue;
    yield {
      code: 'RMT1052',
      message: `${capital(parameterTitle(need))} is typed ${need.source?.type}, an interface: nothing says at run time what it may ${sender.interface === 'Emitter' ? 'emit' : 'ask'}.`,
      place: need.place,
      mend: mend(draft, need, sender, senders),
    };
  }
}

/** What a need without a class of its own would send; `undefined` when another rule speaks of it, or none. */
export function senderOf({ type, uses, rest, source }: NeedDraft): SenderType | undefined {
  if (type.kind === 'class' || uses.length > 0 || rest || source?.from !== 'remit') return undefined;
  return senderType(source.type);
}

function mend(draft: Draft, need: NeedDraft, sender: SenderType, all: readonly SenderType[]): string {
  const known = tokenFor(draft, sender);
  if (known) return `${parameterName(need)}: ${known.name}`;
  const isTaken =
    draft.tokens.some(({ name }) => name === sender.name) ||
    all.some((other) => other.name === sender.name && other.extends !== sender.extends);
  const name = isTaken ? sender.longName : sender.name;
  return [
    `export abstract class ${name} extends ${sender.extends} {}`,
    `// and here: ${parameterName(need)}: ${name}`,
  ].join('\n');
}

function tokenFor(draft: Draft, sender: SenderType): Draft['tokens'][number] | undefined {
  return draft.tokens.find((token) => standsFor(token) === sender.extends);
}

function standsFor(token: Draft['tokens'][number]): string | undefined {
  const injectable = injectableOf(token);
  if (injectable?.kind === 'emits') return `emits(${injectable.events.map(nameOf).join(', ')})`;
  if (injectable?.kind === 'asks')
    return `asks(${[injectable.event, ...injectable.replies].map(nameOf).join(', ')})`;
  return undefined;
}
