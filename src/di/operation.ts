import { RemitError } from '../errors/index.ts';
import { type Convention, errorType, operationConvention, type Telemetry } from '../telemetry/index.ts';
import type { DeliveryFrame } from './delivery-frame.ts';
import { currentDelivery, OperationFrame } from './operation-frame.ts';

/** Carries an error of the application's own code through an operation unchanged: it is not the resource's. */
export class OwnFault extends Error {
  constructor(error: unknown) {
    super('An error of the application', { cause: error });
  }
}

/** The work of one operation; no operation of any interface takes more than two parameters. */
export type Work = (first: never, second: never) => Promise<unknown>;

/** One operation of one resource, traced and measured: made at start, run per call. */
export class Operation {
  readonly #telemetry: Telemetry;
  readonly #convention: Convention;
  readonly #resource: string;
  readonly #operation: string;
  readonly #work: (first: unknown, second: unknown) => Promise<unknown>;

  constructor(telemetry: Telemetry, kind: string, resource: string, operation: string, work: Work) {
    this.#telemetry = telemetry;
    this.#convention = operationConvention(kind, resource, operation);
    this.#resource = resource;
    this.#operation = operation;
    this.#work = work as (first: unknown, second: unknown) => Promise<unknown>;
  }

  /** Runs under `delivery`, or under whatever runs now. */
  async run(delivery: DeliveryFrame | undefined, first: unknown, second: unknown): Promise<unknown> {
    const telemetry = this.#telemetry;
    const owner = delivery ?? currentDelivery(telemetry);
    const span = telemetry.start(this.#convention.name, {
      kind: this.#convention.kind,
      attributes: this.#convention.attributes,
      parent: telemetry.current() ?? owner?.span.context,
    });
    const started = performance.now();
    try {
      const frame = new OperationFrame(span, owner);
      const result = await telemetry.active.run(frame, this.#work, first, second);
      telemetry.metrics.operation((performance.now() - started) / 1000, this.#resource, this.#operation);
      return result;
    } catch (error) {
      const typed = this.#typed(error);
      span.fail(typed);
      telemetry.metrics.operation(
        (performance.now() - started) / 1000,
        this.#resource,
        this.#operation,
        errorType(typed),
      );
      throw typed;
    } finally {
      span.end();
    }
  }

  #typed(error: unknown): unknown {
    if (error instanceof OwnFault) return error.cause;
    if (error instanceof RemitError) return error;
    const details = { resource: this.#resource, operation: this.#operation };
    return new RemitError('RMT3015', `${this.#operation} on ${this.#resource} failed.`, {
      cause: error,
      details,
    });
  }
}
