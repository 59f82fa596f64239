import type { Inputs } from './inputs/input.ts';
import type { Trial } from './trial.ts';

/** What holds for every input, whichever plugin serves the interface. */
export interface Law<Store, Input> {
  /** `what was set is read back`. */
  readonly name: string;
  /** The operation that is to blame unless the law says otherwise. */
  readonly operation: string;
  readonly inputs: Inputs<Input>;
  /** Tried before any that is made at random. */
  readonly edges?: readonly Input[];
  /** Inputs made at random, for laws that take long; default: as many as the run was told. */
  readonly runs?: number;
  /** @throws Broken */
  holds(trial: Trial<Store>, input: Input): Promise<void>;
}

/** A law whose inputs only it knows. */
export interface AnyLaw<Store> {
  readonly name: string;
  readonly operation: string;
  /** Runs it until it is broken; `undefined`: it held. */
  judge(session: Session<Store>): Promise<Breach | undefined>;
}

/** What a law is judged with. */
export interface Session<Store> {
  readonly seed: number;
  readonly runs: number;
  /** A trial whose keys nobody used before. */
  trial(): Trial<Store>;
}

/** How a law was broken, by the simplest input that was found. */
export interface Breach {
  readonly operation: string;
  readonly message: string;
  readonly input: unknown;
  /** Of the error that was thrown. */
  readonly code?: string | undefined;
}

/** What a law throws where it does not hold. */
export class Broken extends Error {
  override readonly name = 'Broken';
  readonly operation: string | undefined;

  constructor(sentence: string, operation?: string) {
    super(sentence);
    this.operation = operation;
  }
}
