import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { nameOf } from '../draft/event.ts';
import { handlerTitle, routeTitle } from './wording.ts';

const longestTimeout = 24 * 60 * 60 * 1_000;
const mostRetries = 100;

interface Option {
  readonly of: string;
  readonly name: string;
  readonly value: number | undefined;
  readonly least: number;
  readonly most: number;
  readonly place: Diagnostic['place'];
}

/** Timeouts, retries and statuses that are no whole number in their range. */
export function* optionRange(draft: Draft): Iterable<Diagnostic> {
  for (const { of, name, value, least, most, place } of optionsOf(draft)) {
    if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) continue;
    const nearest = Number.isNaN(value) ? least : Math.min(most, Math.max(least, Math.round(value)));
    yield {
      code: 'RMT1051',
      message: `${of} has the ${name} ${value}; it must be a whole number from ${least} to ${most}.`,
      place,
      mend: `${name}: ${nearest}`,
    };
  }
}

function* optionsOf(draft: Draft): Iterable<Option> {
  for (const { class: target, status, place } of draft.events) {
    yield { of: nameOf(target), name: 'status', value: status, least: 200, most: 599, place };
  }
  for (const handler of draft.services.flatMap((service) => service.handlers)) {
    const { place, record } = handler;
    const of = handlerTitle(handler);
    const options = record.handles[0]?.options;
    yield { of, name: 'timeout', value: options?.timeout, least: 1, most: longestTimeout, place };
    yield { of, name: 'retries', value: options?.retries, least: 0, most: mostRetries, place };
    for (const route of record.routes) {
      const status = route.options.status;
      yield {
        of: `${routeTitle(route)} of ${of}`,
        name: 'status',
        value: status,
        least: 200,
        most: 399,
        place,
      };
    }
  }
}
