import type { EnvironmentDefinition } from '../decorators/index.ts';
import type { Diagnostic } from '../errors/index.ts';
import type { Class } from '../interfaces/index.ts';
import type { Model } from '../model/index.ts';

/** The live classes and definitions behind a model, by the model's names. */
export interface Code {
  readonly services: ReadonlyMap<string, Class>;
  readonly events: ReadonlyMap<string, Class>;
  /** Value class of each key-value resource. */
  readonly values: ReadonlyMap<string, Class>;
  readonly environments: ReadonlyMap<string, EnvironmentDefinition>;
}

/** A model without mistakes, the code behind it, and what was only worth a warning. */
export interface Scanned {
  readonly model: Model;
  readonly code: Code;
  readonly warnings: readonly Diagnostic[];
}
