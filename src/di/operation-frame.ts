import type { Frame, Span, Telemetry } from '../telemetry/index.ts';
import { DeliveryFrame } from './delivery-frame.ts';

/** What runs while a resource works: the operation's span is the parent of the plugin's. */
export class OperationFrame implements Frame {
  readonly span: Span;
  readonly delivery: DeliveryFrame | undefined;

  constructor(span: Span, delivery: DeliveryFrame | undefined) {
    this.span = span;
    this.delivery = delivery;
  }
}

/** The delivery that the running code belongs to, if any. */
export function currentDelivery(telemetry: Telemetry): DeliveryFrame | undefined {
  const frame = telemetry.active.getStore();
  if (frame instanceof DeliveryFrame) return frame;
  return frame instanceof OperationFrame ? frame.delivery : undefined;
}
