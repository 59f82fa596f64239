import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { nameOf } from '../draft/event.ts';
import { decoratorPlace, routeDecorator } from '../draft/place.ts';
import { handlerTitle, routeTitle } from './wording.ts';

const longestTimeout = 24 * 60 * 60 * 1_000;
const mostRetries = 100;

interface Option {
  readonly of: string;
  readonly name: string;
  readonly value: number | undefined;
  readonly least: number;
  readonly most: number;
  /** What to paste. */
  readonly usual: number;
  readonly place: Diagnostic['place'];
}

/** Timeouts, retries and statuses that are no whole number in their range. */
export function* optionRange(draft: Draft): Iterable<Diagnostic> {
  for (const { of, name, value, least, most, usual, place } of optionsOf(draft)) {
    if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) continue;
    yield {
      code: 'RMT1051',
      message: `${of} has the ${name} ${value}; it must be a whole number from ${least} to ${most}.`,
      place,
      mend: `${name}: ${usual}`,
    };
  }
}

function* optionsOf(draft: Draft): Iterable<Option> {
  for (const { class: target, status, place } of draft.events) {
    yield { of: nameOf(target), name: 'status', value: status, least: 200, most: 599, usual: 404, place };
  }
  for (const handler of draft.services.flatMap((service) => service.handlers)) {
    const { record, service } = handler;
    const of = handlerTitle(handler);
    const options = record.handles[0]?.options;
    const place = decoratorPlace(service, record, 'Handles');
    const timeout = { least: 1, most: longestTimeout, usual: 30_000 };
    yield { of, name: 'timeout', value: options?.timeout, ...timeout, place };
    yield { of, name: 'retries', value: options?.retries, least: 0, most: mostRetries, usual: 5, place };
    for (const route of record.routes) {
      yield {
        of: `${routeTitle(route)} of ${of}`,
        name: 'status',
        value: route.options.status,
        least: 200,
        most: 399,
        usual: 200,
        place: decoratorPlace(service, record, routeDecorator(route.method)),
      };
    }
  }
}
