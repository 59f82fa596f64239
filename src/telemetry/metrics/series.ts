import type { Attributes } from '../telemetry.ts';

export type Label = string | number | undefined;

/** Attribute sets of one instrument beyond this many share one point, marked `otel.metric.overflow`. */
export const mostPoints = 2000;

/** The points of one instrument, found by up to three labels without building a key. */
export class Series<P> {
  readonly points: P[] = [];
  readonly #byLabel = new Map<Label, Map<Label, Map<Label, P>>>();
  readonly #attributes: (a: Label, b: Label, c: Label) => Attributes;
  readonly #make: (attributes: Attributes) => P;
  readonly #full: () => void;
  #overflow: P | undefined;

  constructor(
    attributes: (a: Label, b: Label, c: Label) => Attributes,
    make: (attributes: Attributes) => P,
    full: () => void,
  ) {
    this.#attributes = attributes;
    this.#make = make;
    this.#full = full;
  }

  at(a: Label, b?: Label, c?: Label): P {
    return this.#byLabel.get(a)?.get(b)?.get(c) ?? this.#add(a, b, c);
  }

  #add(a: Label, b: Label, c: Label): P {
    if (this.#overflow !== undefined) return this.#overflow;
    if (this.points.length >= mostPoints) {
      this.#overflow = this.#keep(this.#make({ 'otel.metric.overflow': true }));
      this.#full();
      return this.#overflow;
    }
    const point = this.#keep(this.#make(this.#attributes(a, b, c)));
    const second = inner(this.#byLabel, a);
    inner(second, b).set(c, point);
    return point;
  }

  #keep(point: P): P {
    this.points.push(point);
    return point;
  }
}

function inner<V>(outer: Map<Label, Map<Label, V>>, label: Label): Map<Label, V> {
  let found = outer.get(label);
  if (found === undefined) {
    found = new Map();
    outer.set(label, found);
  }
  return found;
}
