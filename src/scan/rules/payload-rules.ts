import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';
import { isEmpty, ruledProperties, writtenProperties } from '../draft/properties.ts';
import { validatedOf } from './validated.ts';

/**
 * Classes of events and of stored values that have no rules at all, or properties without one. A reply may have no
 * rules, since it is never read from outside; one that has some has them for all its properties.
 */
export function* payloadRules(draft: Draft): Iterable<Diagnostic> {
  for (const validated of validatedOf(draft)) {
    const { class: target, what, source, place, isReply } = validated;
    const ruled = ruledProperties(target);
    const bare = writtenProperties(target, source).filter((property) => !ruled.includes(property));
    if (ruled.length === 0) {
      if (isReply || isEmpty(target, source)) continue;
      yield {
        code: 'RMT1023',
        message: `${target.name}, ${what}, has no validation rules.`,
        place,
        mend: rulesFor(bare.length > 0 ? bare : ['id']),
      };
    } else if (bare.length > 0) {
      yield {
        code: 'RMT1024',
        message: `${bare.map((property) => `${target.name}.${property}`).join(' and ')} ${bare.length > 1 ? 'have' : 'has'} no validation rule, so every value with ${bare.length > 1 ? 'them' : 'it'} is refused.`,
        place,
        mend: rulesFor(bare),
      };
    }
  }
}

function rulesFor(properties: readonly string[]): string {
  return [
    `import { IsString } from 'class-validator';`,
    ...properties.map((property) => `@IsString() ${property}!: string;`),
  ].join('\n');
}
