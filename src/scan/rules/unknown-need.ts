import { readRecord } from '../../decorators/index.ts';
import type { Diagnostic } from '../../errors/index.ts';
import type { Draft, NeedDraft } from '../draft/draft.ts';
import { needsOf, nameOf } from '../draft/event.ts';
import { capital, parameterName, parameterTitle } from './wording.ts';

const plain: readonly unknown[] = [String, Number, Boolean, BigInt, Symbol, Array, Promise, Date, Map, Set];

/** Needs for a class that is neither an injectable nor a service. */
export function* unknownNeed(draft: Draft): Iterable<Diagnostic> {
  for (const need of draft.services.flatMap(needsOf)) {
    if (need.rest || need.injectable || need.isService) continue;
    if (need.token === undefined && need.uses.length === 0) continue;
    yield {
      code: 'RMT1009',
      message: `${capital(parameterTitle(need))} asks for ${nameOf(need.token)}, which ${whatItIs(need)}.`,
      place: need.place,
      mend: mend(need),
    };
  }
}

function whatItIs({ token }: NeedDraft): string {
  if (typeof token !== 'function') return 'is no class: the name it was given had no value yet';
  if (plain.includes(token)) return 'is plain data and stands for no permission';
  const record = readRecord(token);
  if (record && record.events.length + record.replies.length > 0) return 'is an event, not a need';
  return 'is neither an injectable class nor a @Service';
}

function mend(need: NeedDraft): string {
  const { token } = need;
  if (typeof token !== 'function' || plain.includes(token)) {
    return `// remove ${parameterName(need)} from the parameters`;
  }
  if ((readRecord(token)?.events.length ?? 0) > 0) {
    return `export abstract class Sends${token.name} extends emits(${token.name}) {}\n// and here: ${parameterName(need)}: Sends${token.name}`;
  }
  return `@Service()\nexport class ${token.name}\n// and in app(): services: [${token.name}]`;
}
