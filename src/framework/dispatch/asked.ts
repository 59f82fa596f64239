import { type DeliveryFrame, derivedEventId, type Sent } from '../../di/index.ts';
import type { Actor } from '../../model/index.ts';

/** A query as the handler that answers it learns of its sender: the handler that asks. */
export class Asked implements Sent {
  readonly sender: string;
  readonly actor: Actor | undefined;
  readonly id: string | undefined;
  readonly correlation: string;
  readonly causation: string;
  readonly #asking: DeliveryFrame;

  constructor(asking: DeliveryFrame) {
    const { id } = asking.sent;
    this.sender = asking.handler;
    this.actor = asking.sent.actor;
    this.id = id === undefined ? undefined : derivedEventId(id, `${asking.handler}?`, asking.asked);
    this.correlation = asking.correlation;
    this.causation = asking.id;
    this.#asking = asking;
  }

  /** Aborted when the one that asks is out of time or its own caller is gone; made only for those who look. */
  get signal(): AbortSignal {
    return this.#asking.signal;
  }
}
