import { RemitError } from '../../../errors/index.ts';

/** What keeps a log from taking events. Damage stays; what only could not be written is tried until it can be. */
export class Fault {
  #kind: 'damaged' | 'unwritable' | undefined = undefined;

  get isMet(): boolean {
    return this.#kind !== undefined;
  }

  /** Whether a write has to show that it is over. */
  get isTried(): boolean {
    return this.#kind === 'unwritable';
  }

  met(error: unknown): void {
    if (!(error instanceof RemitError)) return;
    if (error.code === 'RMT3033') this.#kind = 'damaged';
    if (error.code === 'RMT3034') this.#kind ??= 'unwritable';
  }

  written(): void {
    if (this.isTried) this.#kind = undefined;
  }
}
