import { RemitError } from '../errors/index.ts';
import type { Payload, Violation } from '../validation/index.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Values of one resource as JSON bytes and back, validated both ways. */
export class Codec {
  readonly #resource: string;
  readonly #payload: Payload;

  constructor(resource: string, payload: Payload) {
    this.#resource = resource;
    this.#payload = payload;
  }

  /** @throws RemitError RMT3010 naming the key. */
  encode(key: string, value: unknown): Uint8Array {
    try {
      return Buffer.from(JSON.stringify(this.#payload.toPlain(this.#payload.check(value))), 'utf8');
    } catch (error) {
      const message = `The value for ${JSON.stringify(key)} in ${this.#resource} does not fit its class and was not written.`;
      throw this.#misfit('RMT3010', message, key, error);
    }
  }

  /** @throws RemitError RMT3011 naming the key. */
  decode(key: string, bytes: Uint8Array): object {
    try {
      return this.#payload.parse(JSON.parse(decoder.decode(bytes)) as unknown);
    } catch (error) {
      const message = `The value stored for ${JSON.stringify(key)} in ${this.#resource} no longer fits its class.`;
      throw this.#misfit('RMT3011', message, key, error);
    }
  }

  #misfit(code: 'RMT3010' | 'RMT3011', message: string, key: string, cause: unknown): RemitError {
    const violations = (
      cause instanceof RemitError ? (cause.details['violations'] ?? []) : []
    ) as Violation[];
    const listed = violations.map(({ path, message: rule }) => `${path}: ${rule}`).join('; ');
    return new RemitError(code, listed === '' ? message : `${message} ${listed}`, {
      cause,
      details: { resource: this.#resource, key, violations },
    });
  }
}
