import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { needsOf } from '../draft/event.ts';
import { capital, parameterName, parameterTitle } from './wording.ts';

/** Rest parameters where a need belongs. */
export function* restParameter(draft: Draft): Iterable<Diagnostic> {
  for (const need of draft.services.flatMap(needsOf)) {
    if (!need.rest) continue;
    const type = need.source?.type.replace(/\[\]$/, '').replace(/^(?:readonly )?/, '');
    yield {
      code: 'RMT1037',
      message: `${capital(parameterTitle(need))} is a rest parameter.`,
      place: need.place,
      mend: `${parameterName(need)}: ${need.token?.name ?? (type || 'OrderBook')} // one parameter for each need`,
    };
  }
}
