import { RemitError } from '../errors/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import type { DeliveryFrame } from './delivery-frame.ts';

/** Who holds a handle: a service, or one handler of it when a parameter asked. */
export interface Principal {
  readonly service: string;
  /** `Service.handler`; absent for a constructor's need. */
  readonly handler?: string | undefined;
}

/** The name a principal goes by in messages, logs and spans. */
export function nameOf(principal: Principal): string {
  return principal.handler ?? principal.service;
}

/** Refuses an operation that was not granted: span event, log line, error. Never returns. */
export function refuse(
  telemetry: Telemetry,
  principal: Principal,
  resource: string,
  operation: string,
  why = 'nothing it declares grants it',
): never {
  const attributes = {
    'remit.service': principal.service,
    'remit.resource.name': resource,
    'remit.resource.operation': operation,
  };
  const message = `${nameOf(principal)} may not call ${operation} on ${resource}: ${why}.`;
  telemetry.active.getStore()?.span.event('remit.operation.refused', attributes);
  telemetry.log({ level: 'error', message, sentBy: nameOf(principal), attributes });
  throw new RemitError('RMT3001', message, {
    details: { service: principal.service, resource, operation },
  });
}

/** @throws RemitError RMT3002 once `delivery` ended. */
export function assertOpen(delivery: DeliveryFrame, principal: Principal, what: string): void {
  if (!delivery.ended) return;
  throw new RemitError(
    'RMT3002',
    `${nameOf(principal)} used ${what} after its delivery ended. Await the work before the handler returns, or inject it by the constructor.`,
    { details: { service: principal.service, handler: delivery.handler, use: what } },
  );
}
