import { type EventPlan, planOf, plainOf } from '../../di/index.ts';
import { RemitError } from '../../errors/index.ts';
import type { Answer } from './entry.ts';
import type { HandlerPlan } from './handler-plan.ts';

/** A reply that was checked: plain data for whoever is outside, the instance for who asked in the process. */
export class Answered implements Answer {
  readonly event: string;
  readonly body: unknown;
  declare readonly status?: number;
  readonly #plan: EventPlan;
  readonly #reply: object;

  constructor(plan: EventPlan, reply: object, body: unknown) {
    this.event = plan.name;
    this.body = body;
    if (plan.status !== undefined) this.status = plan.status;
    this.#plan = plan;
    this.#reply = reply;
  }

  get plan(): EventPlan {
    return this.#plan;
  }

  get reply(): object {
    return this.#reply;
  }
}

function described(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : `a ${typeof value}`;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || prototype === Object.prototype ? 'a plain object' : prototype.constructor.name;
}

/**
 * Checks what a handler returned.
 * @throws RemitError RMT3024 when it is not exactly an instance of a declared reply, RMT3013 when it breaks its rules.
 */
export function answered(plan: HandlerPlan, returned: unknown): Answered | undefined {
  if (plan.replies.size === 0) {
    if (returned === undefined) return undefined;
    throw new RemitError(
      'RMT3024',
      `${plan.model.name} answered with ${described(returned)} and declares no replies.`,
      { details: { handler: plan.model.name } },
    );
  }
  const reply = planOf(plan.replies, returned);
  if (reply === undefined) {
    throw new RemitError(
      'RMT3024',
      `${plan.model.name} answered with ${described(returned)} and declares ${plan.model.replies.join(', ')}.`,
      { details: { handler: plan.model.name, replies: plan.model.replies } },
    );
  }
  return new Answered(reply, returned as object, plainOf(reply.name, reply.payload, returned as object));
}
