import { RemitError } from '../errors/index.ts';
import { EventContext } from '../interfaces/index.ts';
import type { Actor } from '../model/index.ts';
import { formatTraceparent, type Telemetry } from '../telemetry/index.ts';
import type { DeliveryFrame } from './delivery-frame.ts';
import { currentDelivery } from './operation-frame.ts';

/** The event of one delivery, or, held by a constructor, of the delivery that runs. */
export class DeliveryContext extends EventContext {
  readonly #telemetry: Telemetry;
  readonly #own: DeliveryFrame | undefined;

  constructor(telemetry: Telemetry, own: DeliveryFrame | undefined) {
    super();
    this.#telemetry = telemetry;
    this.#own = own;
  }

  get #delivery(): DeliveryFrame {
    const delivery = this.#own ?? currentDelivery(this.#telemetry);
    if (delivery) return delivery;
    throw new RemitError('RMT3023', 'EventContext was read while no event was being handled.');
  }

  get id(): string {
    return this.#delivery.id;
  }
  get command(): string {
    return this.#delivery.command;
  }
  get sender(): string {
    return this.#delivery.sent.sender;
  }
  get actor(): Actor | undefined {
    return this.#delivery.sent.actor;
  }
  get time(): Date {
    return new Date(this.#delivery.time);
  }
  get correlation(): string {
    return this.#delivery.correlation;
  }
  get causation(): string | undefined {
    return this.#delivery.sent.causation;
  }
  get traceparent(): string {
    return formatTraceparent(this.#delivery.span.context);
  }
  get attempt(): number {
    return this.#delivery.attempt;
  }
  get signal(): AbortSignal {
    return this.#delivery.signal;
  }
}
