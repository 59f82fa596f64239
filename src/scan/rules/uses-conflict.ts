import type { Diagnostic } from '../../errors/index.ts';
import { type Class, type Injectable, injectableOf } from '../../interfaces/index.ts';
import type { Draft, NeedDraft } from '../draft/draft.ts';
import { needsOf, nameOf } from '../draft/event.ts';
import { isService } from '../draft/need.ts';
import { sortedBy } from '../draft/order.ts';
import { capital, parameterName, parameterTitle } from './wording.ts';

/** Parameters whose `@Uses` grants something else than their type shows, and those with two `@Uses`. */
export function* usesConflict(draft: Draft): Iterable<Diagnostic> {
  for (const need of draft.services.flatMap(needsOf)) {
    const { uses, type } = need;
    const [first, second] = uses;
    if (first && second) {
      yield {
        code: 'RMT1038',
        message: `${capital(parameterTitle(need))} has ${uses.length} @Uses: ${uses.map(({ token }) => nameOf(token)).join(', ')}.`,
        place: need.place,
        mend: `@Uses(${nameOf(first.token)}) ${parameterName(need)}`,
      };
    } else if (first && type.kind === 'class' && contradicts(need, type.class)) {
      const granted = granting(need.injectable, nameOf(need.token));
      const shown = granting(injectableOf(type.class), type.class.name);
      yield {
        code: 'RMT1038',
        message: `@Uses on ${parameterTitle(need)} grants ${granted}, and its type ${type.class.name} shows ${shown}.`,
        place: need.place,
        mend: `${parameterName(need)}: ${type.class.name} // without @Uses`,
      };
    }
  }
}

function contradicts({ token, injectable: granted, isService: service }: NeedDraft, type: Class): boolean {
  if (token === type && granted === injectableOf(type)) return false;
  const shown = injectableOf(type);
  if (!shown && !isService(type)) return false;
  if (service || isService(type)) return token !== type;
  return granted !== undefined && standsFor(granted) !== standsFor(shown);
}

/** A text that is equal for equal permissions. */
function standsFor(injectable: Injectable | undefined): string {
  if (!injectable) return '';
  if (injectable.kind === 'resource') {
    return `${injectable.name} ${sortedBy(new Set([...injectable.operations, ...injectable.unknown]), (each) => each).join()}`;
  }
  if (injectable.kind === 'emits') {
    return `emits ${sortedBy(injectable.events.map(nameOf), (each) => each).join()}`;
  }
  if (injectable.kind === 'asks') {
    return `asks ${nameOf(injectable.event)} ${sortedBy(injectable.replies.map(nameOf), (each) => each).join()}`;
  }
  return injectable.granted;
}

function granting(injectable: Injectable | undefined, name: string): string {
  if (!injectable) return name;
  if (injectable.kind === 'resource') {
    return `${injectable.operations.join(', ')} of '${injectable.name}'`;
  }
  if (injectable.kind === 'emits') {
    return `the right to emit ${injectable.events.map(nameOf).join(', ')}`;
  }
  if (injectable.kind === 'asks') {
    return `the right to ask ${nameOf(injectable.event)}`;
  }
  return name;
}
