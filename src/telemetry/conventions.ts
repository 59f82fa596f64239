import type { Attributes, Span, SpanKind } from './telemetry.ts';

/**
 * What is the same for every span of one kind of work: computed once at start, passed to `start` as it is. The
 * attributes are frozen, so that exporters encode them once.
 */
export interface Convention {
  readonly name: string;
  readonly kind: SpanKind;
  readonly attributes: Attributes;
}

/** Keys of what is known only while the work runs; for `Span.set`. */
export const attribute = {
  path: 'url.path',
  status: 'http.response.status_code',
  clientAddress: 'client.address',
  userAgent: 'user_agent.original',
  messageId: 'messaging.message.id',
  conversation: 'messaging.message.conversation_id',
  eventId: 'cloudevents.event_id',
  eventSource: 'cloudevents.event_source',
  attempt: 'remit.delivery.attempt',
} as const;

/** A request served: `POST /orders/:id`. */
export function httpConvention(method: string, route: string): Convention {
  return {
    name: `${method} ${route}`,
    kind: 'server',
    attributes: Object.freeze({ 'http.request.method': method, 'http.route': route, 'url.scheme': 'http' }),
  };
}

/** An event handed to the bus by `sender` (`Ordering.place`, `http`, `cli`, `clock`): `send PlaceOrder`. */
export function sendConvention(command: string, sender: string): Convention {
  return {
    name: `send ${command}`,
    kind: 'producer',
    attributes: Object.freeze({
      'messaging.system': 'remit',
      'messaging.operation.name': 'send',
      'messaging.operation.type': 'send',
      'messaging.destination.name': command,
      'cloudevents.event_type': command,
      'cloudevents.event_source': sender,
    }),
  };
}

/** An event handled by `handler` (`Ordering.place`): `process PlaceOrder`. */
export function processConvention(command: string, handler: string): Convention {
  return {
    name: `process ${command}`,
    kind: 'consumer',
    attributes: Object.freeze({
      'messaging.system': 'remit',
      'messaging.operation.name': 'process',
      'messaging.operation.type': 'process',
      'messaging.destination.name': command,
      'messaging.consumer.group.name': handler,
      'code.function.name': handler,
      'cloudevents.event_type': command,
    }),
  };
}

/** An operation on a resource: `get orders`. What database is behind it is told by the spans of its connector. */
export function operationConvention(kind: string, resource: string, operation: string): Convention {
  return {
    name: `${operation} ${resource}`,
    kind: 'client',
    attributes: Object.freeze({
      'remit.resource.kind': kind,
      'remit.resource.name': resource,
      'remit.resource.operation': operation,
    }),
  };
}

/** Sets on a send or process span what identifies its event. Costs nothing when the span is not recorded. */
export function identify(
  span: Span,
  envelope: { readonly id: string; readonly correlation: string; readonly sender: string },
): void {
  span.set(attribute.messageId, envelope.id);
  span.set(attribute.conversation, envelope.correlation);
  span.set(attribute.eventId, envelope.id);
  span.set(attribute.eventSource, envelope.sender);
}
