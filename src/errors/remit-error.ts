import { catalogue, type Code } from './catalogue.ts';

const brand = Symbol.for('remit.error');

/** What may accompany an error besides its message. */
export interface RemitErrorOptions {
  readonly cause?: unknown;
  /** Names and figures a caller may see; never a secret. Copied into problem details and logs. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * Every error Remit throws: a catalogued code and a message with names in it. Recognised by brand, so it
 * survives module copies and realms; never match it by message.
 *
 * ```ts
 * try { await book.get('x') } catch (error) { if (error instanceof RemitError && error.code === 'RMT3001') … }
 * ```
 */
export class RemitError extends Error {
  override readonly name: string = 'RemitError';
  readonly code: Code;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: Code, message: string, options: RemitErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }

  /** The HTTP status of this code; 500 unless the catalogue says otherwise. */
  get status(): number {
    return catalogue[this.code].status ?? 500;
  }

  get [brand](): true {
    return true;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    if (typeof value !== 'object' || value === null || !(brand in value)) return false;
    return this === RemitError || Function.prototype[Symbol.hasInstance].call(this, value);
  }
}
