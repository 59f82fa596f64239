import type { Place } from '../errors/index.ts';
import type { Class } from '../interfaces/index.ts';

export interface ParameterSource {
  readonly name: string;
  /** The type as written; empty when there is none. */
  readonly type: string;
  readonly rest: boolean;
  /** True when the type is a class that is imported with `import type`. */
  readonly typeOnly: boolean;
  /** Module that the type's name is imported from, as written: `./resources.ts`. */
  readonly from?: string;
  readonly place: Place;
}

/** An event that a method emits through a handle; only where it is certain which event and which handle. */
export interface EmittedSource {
  /** The event's class, as it calls itself. */
  readonly event: string;
  /** Where that class stands. */
  readonly declared: Place;
  /** `announces` for a parameter of the method, `this.announces` for one of the constructor. */
  readonly through: string;
  readonly place: Place;
}

export interface MethodSource {
  readonly name: string;
  readonly static: boolean;
  readonly private: boolean;
  readonly parameters: readonly ParameterSource[];
  /** The return type as written; absent or empty when there is none. */
  readonly returns?: string;
  /** Decorators on the method, in the order written: `Post`, `Handles`. */
  readonly decorators?: readonly DecoratorSource[];
  /** `handle.emit(new X())` in the method's body, as far as it can be followed; absent when nothing was read. */
  readonly emitted?: readonly EmittedSource[];
  readonly place: Place;
}

export interface DecoratorSource {
  readonly name: string;
  readonly place: Place;
}

export interface ClassSource {
  readonly name: string;
  readonly place: Place;
  /** Members written in the class body, fields included; empty for an injectable class. */
  readonly members: readonly string[];
  readonly constructorParameters: readonly ParameterSource[] | undefined;
  readonly methods: readonly MethodSource[];
}

/** Where classes stand in the sources, found by parsing. Every look-up may come back empty: production has no sources. */
export interface SourceIndex {
  classSource(target: Class): ClassSource | undefined;
  /** Where `app()` is called. */
  readonly application: Place | undefined;
  /** Place of an environment's name in the call of `app()`. */
  environment(name: string): Place | undefined;
  /** The text of a line, for the frame around a diagnostic. */
  line(place: Place): string | undefined;
}
