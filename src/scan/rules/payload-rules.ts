import type { Diagnostic, Place } from '../../errors/index.ts';
import type { Class } from '../../interfaces/index.ts';
import type { Draft } from '../draft/draft.ts';
import { isEmpty, ruledProperties, writtenProperties } from '../draft/properties.ts';
import type { ClassSource } from '../sources.ts';

interface Validated {
  readonly class: Class;
  readonly what: string;
  readonly source: ClassSource | undefined;
  readonly place: Place | undefined;
}

/** Key-value resources declared without a class, as after a circular import. */
export function* missingValue(draft: Draft): Iterable<Diagnostic> {
  for (const { class: declared, injectable, place } of draft.resources) {
    if (injectable.interface !== 'keyValue' || typeof injectable.value === 'function') continue;
    yield {
      code: 'RMT1023',
      message: `${declared.name} declares the resource '${injectable.name}' for values of no class: the name it was given had no value yet.`,
      place,
      mend: `// move the class of the values to a module that does not import this one\nexport abstract class ${declared.name} extends keyValue('${injectable.name}', TheClass) {}`,
    };
  }
}

/** Classes of events and of stored values that have no rules at all, or properties without one. */
export function* payloadRules(draft: Draft): Iterable<Diagnostic> {
  for (const validated of validatedOf(draft)) {
    const { class: target, what, source, place } = validated;
    const ruled = ruledProperties(target);
    const bare = writtenProperties(target, source).filter((property) => !ruled.includes(property));
    if (ruled.length === 0 && !isEmpty(target, source)) {
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

function validatedOf(draft: Draft): Validated[] {
  const seen = new Map<Class, Validated>();
  for (const { class: target, processors, source, place } of draft.events) {
    if (processors === undefined || processors === 'reply') continue;
    seen.set(target, { class: target, what: 'the payload of an event', source, place });
  }
  for (const { injectable, place } of draft.resources) {
    const target = injectable.value;
    if (typeof target !== 'function' || seen.has(target)) continue;
    const source = draft.sources.classSource(target);
    const what = `stored in the resource '${injectable.name}'`;
    seen.set(target, { class: target, what, source, place: source?.place ?? place });
  }
  return [...seen.values()];
}

function rulesFor(properties: readonly string[]): string {
  return [
    `import { IsString } from 'class-validator';`,
    ...properties.map((property) => `@IsString() ${property}!: string;`),
  ].join('\n');
}
