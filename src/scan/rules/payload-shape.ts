import { type Diagnostic, DiagnosticsError } from '../../errors/index.ts';
import { compilePayload } from '../../validation/index.ts';
import type { Draft } from '../draft/draft.ts';
import { isEmpty, ruledProperties, writtenProperties } from '../draft/properties.ts';
import { type Validated, validatedOf } from './validated.ts';

/** Classes that validation cannot be compiled for; what `payloadRules` says of a class is not said twice. */
export function* payloadShape(draft: Draft): Iterable<Diagnostic> {
  for (const validated of validatedOf(draft)) {
    if (hasRuleMistake(validated)) continue;
    try {
      compilePayload(validated.class as abstract new () => object);
    } catch (error) {
      if (!(error instanceof DiagnosticsError)) throw error;
      for (const diagnostic of error.diagnostics) {
        yield { ...diagnostic, place: diagnostic.place ?? validated.place };
      }
    }
  }
}

function hasRuleMistake({ class: target, isReply, source }: Validated): boolean {
  const ruled = ruledProperties(target);
  if (ruled.length === 0) return !isReply && !isEmpty(target, source);
  return writtenProperties(target, source).some((property) => !ruled.includes(property));
}
