/** Line and column, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface ParameterFacts extends Position {
  readonly name: string;
  readonly type: string;
  readonly rest: boolean;
  /** The name the type begins with, when it is a named type. */
  readonly reference?: string;
}

export interface DecoratorFacts extends Position {
  readonly name: string;
}

/** `this.announces.emit(new OrderPlaced())`, at `emit`. */
export interface EmittedFacts extends Position {
  /** Name of the class in this file. */
  readonly event: string;
  readonly through: string;
}

export interface MethodFacts extends Position {
  readonly name: string;
  readonly static: boolean;
  readonly private: boolean;
  readonly parameters: readonly ParameterFacts[];
  readonly returns: string;
  readonly decorators: readonly DecoratorFacts[];
  readonly emitted: readonly EmittedFacts[];
}

export interface ClassFacts extends Position {
  /** As the class calls itself: `X` of `class X`, and of `const X = class {}`. */
  readonly name: string;
  /** Names under which its module exports it. */
  readonly exportedAs: readonly string[];
  readonly members: readonly string[];
  readonly constructorParameters?: readonly ParameterFacts[];
  readonly methods: readonly MethodFacts[];
}

/** One name that a file takes from another. */
export interface ImportFacts extends Position {
  readonly specifier: string;
  /** Name in the other module; `*` for all of it, absent when only its code is run. */
  readonly imported?: string;
  /** Name in this module; absent for a name that is only passed on. */
  readonly local?: string;
  /** Name under which it is passed on; `*` for all. */
  readonly exported?: string;
  readonly typeOnly: boolean;
}

/** Where `app()` is called and where its environments are named. */
export interface ApplicationFacts extends Position {
  readonly environments: Readonly<Record<string, Position>>;
}

/** All that is read from one source file. */
export interface FileFacts {
  readonly imports: readonly ImportFacts[];
  /** Exported values declared here. */
  readonly values: readonly string[];
  /** Interfaces and type aliases declared here, exported or not, without a class of their name. */
  readonly types: readonly string[];
  readonly classes: readonly ClassFacts[];
  readonly application?: ApplicationFacts;
  readonly defaultExport?: Position;
  /** Set when the file cannot be parsed; all else is empty then. */
  readonly syntaxErrors: readonly (Position & { readonly message: string })[];
}
