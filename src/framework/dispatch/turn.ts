import type { DeliveryFrame } from '../../di/index.ts';
import { RemitError } from '../../errors/index.ts';
import { Deadline } from './coarse-timeouts.ts';
import type { HandlerPlan } from './handler-plan.ts';

/** One run of a handler, from its start until it settles or its time is up, whichever comes first. */
export class Turn extends Deadline {
  readonly plan: HandlerPlan;
  readonly delivery: DeliveryFrame;
  readonly started = performance.now();
  /** True once the outcome is known; what the handler does later has no effect. */
  over = false;
  reject!: (error: unknown) => void;
  private readonly late: (turn: Turn, error: RemitError) => void;

  constructor(plan: HandlerPlan, delivery: DeliveryFrame, late: (turn: Turn, error: RemitError) => void) {
    super();
    this.plan = plan;
    this.delivery = delivery;
    this.late = late;
  }

  override expired(): void {
    const { name, timeout } = this.plan.model;
    const error = new RemitError('RMT3030', `${name} did not finish within ${timeout} ms.`, {
      details: { handler: name, timeout },
    });
    this.delivery.expire(error);
    this.late(this, error);
  }
}

/** A turn that has a result. */
export class ResultTurn<Result> extends Turn {
  resolve!: (result: Result) => void;
}
