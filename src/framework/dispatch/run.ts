import { argumentsFor, type DeliveryFrame } from '../../di/index.ts';
import { RemitError } from '../../errors/index.ts';
import type { Telemetry } from '../../telemetry/index.ts';
import { type CoarseTimeouts, Deadline } from './coarse-timeouts.ts';
import type { HandlerPlan } from './handler-plan.ts';

async function invoke(plan: HandlerPlan, delivery: DeliveryFrame, payload: object): Promise<unknown> {
  return plan.method.apply(plan.instance, argumentsFor(plan.injections, delivery, payload));
}

/**
 * Runs a handler once, within its time. The delivery has ended when this settles: handles are revoked, and after a
 * timeout whatever was emitted is gone.
 */
export function run(
  telemetry: Telemetry,
  timeouts: CoarseTimeouts,
  plan: HandlerPlan,
  delivery: DeliveryFrame,
  payload: object,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const deadline = new Deadline(() => {
      const { name, timeout } = plan.model;
      const error = new RemitError('RMT3030', `${name} did not finish within ${timeout} ms.`, {
        details: { handler: name, timeout },
      });
      delivery.expire(error);
      reject(error);
    });
    timeouts.add(plan.limit, deadline);
    telemetry.active.run(delivery, invoke, plan, delivery, payload).then(
      (reply) => {
        timeouts.remove(deadline);
        delivery.end();
        return resolve(reply);
      },
      (error: unknown) => {
        timeouts.remove(deadline);
        delivery.end();
        // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- the handler's own error, whatever it threw
        return reject(error);
      },
    );
  });
}
