import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { decoratorPlace } from '../draft/place.ts';
import { handlerTitle } from './wording.ts';

/** Handlers that say both `@Public` and `@Authenticated`. */
export function* accessConflict(draft: Draft): Iterable<Diagnostic> {
  for (const handler of draft.services.flatMap((service) => service.handlers)) {
    const { record } = handler;
    const authenticated = record.access.find((access) => access.kind === 'authenticated');
    if (!authenticated || !record.access.some(({ kind }) => kind === 'public')) continue;
    const scopes = authenticated.scopes.map((scope) => `'${scope}'`).join(', ');
    yield {
      code: 'RMT1018',
      message: `${handlerTitle(handler)} says both @Public() and @Authenticated(${scopes}).`,
      place: decoratorPlace(handler.service, record, 'Public'),
      mend: `@Authenticated(${scopes})`,
    };
  }
}
