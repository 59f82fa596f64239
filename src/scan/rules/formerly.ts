import type { Diagnostic, Place } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';

interface Named {
  readonly name: string;
  readonly class: { readonly name: string };
  readonly formerly: readonly string[];
  readonly place?: Place | undefined;
}

/** `formerly` that names what is still in use, or what two things claim to have been. */
export function* formerly(draft: Draft): Iterable<Diagnostic> {
  yield* claims(draft.events.filter(({ processors }) => processors !== undefined));
  yield* claims(
    draft.services.map((service) => ({
      ...service,
      formerly: service.record?.services[0]?.formerly ?? [],
    })),
  );
}

function* claims(things: readonly Named[]): Iterable<Diagnostic> {
  for (const [index, thing] of things.entries()) {
    for (const name of thing.formerly) {
      const other =
        things.find((each) => each.name === name) ??
        things.slice(0, index).find((each) => each.formerly.includes(name));
      if (!other) continue;
      const itself = other === thing;
      const left = thing.formerly.filter((each) => each !== name).map((each) => `'${each}'`);
      yield {
        code: 'RMT1045',
        message: itself
          ? `${thing.class.name} was formerly '${name}', which is still its name.`
          : `${thing.class.name} was formerly '${name}', which is ${other.name === name ? 'the name of' : 'also claimed by'} ${other.class.name}.`,
        place: thing.place,
        mend: `formerly: [${left.join(', ')}]`,
        related: itself ? [] : [{ message: `${other.class.name} is declared here`, place: other.place }],
      };
    }
  }
}
