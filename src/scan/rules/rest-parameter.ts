import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { needsOf } from '../draft/event.ts';
import { capital, parameterName, parameterTitle } from './wording.ts';

/** Rest parameters where a need belongs. */
export function* restParameter(draft: Draft): Iterable<Diagnostic> {
  for (const need of draft.services.flatMap(needsOf)) {
    if (!need.rest) continue;
    const type = need.injectable ? need.token?.name : elementType(need.source?.type ?? '');
    yield {
      code: 'RMT1037',
      message: `${capital(parameterTitle(need))} is a rest parameter.`,
      place: need.place,
      mend: `${parameterName(need)}: ${type ?? 'OrderBook'} // one parameter for each need`,
    };
  }
}

/** `Orders` of `readonly Orders[]`; nothing of `unknown[]`. */
function elementType(written: string): string | undefined {
  const type = written.replace(/^readonly /, '').replace(/\[\]$/, '');
  return /^[A-Z][\w$]*$/.test(type) ? type : undefined;
}
