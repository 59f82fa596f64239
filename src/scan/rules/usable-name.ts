import type { Diagnostic, Place } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';

/** The longest that all targets take is shorter; policies hash what is too long for theirs. */
const pattern = /^[A-Za-z][\w.-]{0,127}$/;
const methodPattern = /^[A-Za-z_$][\w$]{0,127}$/;

interface Named {
  readonly noun: string;
  readonly name: string;
  readonly place?: Place | undefined;
  readonly usable?: RegExp;
}

/** Names that do not start with a letter or have other signs than letters, digits, `_`, `-` and `.`. */
export function* usableName(draft: Draft): Iterable<Diagnostic> {
  for (const { noun, name, place, usable = pattern } of namesOf(draft)) {
    const reserved = noun !== 'method' && /^remit\./i.test(name);
    if (usable.test(name) && !reserved) continue;
    yield {
      code: 'RMT1046',
      message: reserved
        ? `The ${noun} '${name}' has a name that begins with 'remit.', which is kept for Remit's own.`
        : `The ${noun} '${name}' has a name that cannot be used: ${usable === pattern ? 'a letter, then letters, digits, _, - and ., at most 128' : 'letters, digits, _ and $, at most 128'}.`,
      place,
      mend: usable === pattern ? `'${mended(name)}'` : `async ${mendedMethod(name)}(…)`,
    };
  }
}

function* namesOf(draft: Draft): Iterable<Named> {
  const { application, sources, units } = draft;
  const place = sources.application;
  yield { noun: 'application', name: application.name, place };
  for (const name of units.keys()) yield { noun: 'unit', name, place };
  for (const environment of draft.environments) {
    yield { noun: 'environment', name: environment.name, place: environment.place ?? place };
  }
  for (const { injectable, place: at } of draft.resources) {
    yield { noun: 'resource', name: injectable.name, place: at };
  }
  for (const event of draft.events) {
    if (event.processors !== undefined && !event.builtIn) {
      yield { noun: 'event', name: event.name, place: event.place };
    }
  }
  for (const service of draft.services) {
    yield { noun: 'service', name: service.name, place: service.place };
    for (const { record, place: at } of service.handlers) {
      yield { noun: 'method', name: record.name, place: at, usable: methodPattern };
    }
  }
}

function mended(name: string): string {
  const plain = plainLetters(name)
    .replace(/^remit\./i, '')
    .replaceAll(/[^\w.-]+/g, '-')
    .replaceAll(/^[^A-Za-z]+|-+$/g, '');
  return plain.slice(0, 128) || 'main';
}

function mendedMethod(name: string): string {
  const words = plainLetters(name).match(/[\w$]+/g) ?? ['handle'];
  const joined = words
    .map((word, index) => (index === 0 ? word : word[0]?.toUpperCase() + word.slice(1)))
    .join('');
  return joined.replace(/^\d+/, '').slice(0, 128) || 'handle';
}

/** `Grosse` of `Größe`. */
function plainLetters(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss');
}
