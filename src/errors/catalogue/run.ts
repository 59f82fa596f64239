import { caution, type Entry, problem } from '../entry.ts';

/** RMT3xxx. */
export const runErrors = {
  RMT3001: problem(
    'An operation that was not granted was called',
    'A handle allows what its declaration says and nothing else; the policy of the deployment says the same.',
  ),
  RMT3002: problem(
    'A handle was used after its delivery ended',
    "What a handler's parameter grants is granted for one event. Await the work, or inject the need by the constructor.",
  ),
  RMT3010: problem(
    'A value to be stored does not fit its class',
    'It could never be read again, so it is not written.',
  ),
  RMT3011: problem(
    'A stored value no longer fits its class',
    'A silent cast would hand wrong data to the handler. Migrate the value, or widen the class.',
  ),
  RMT3012: problem(
    'A value could not be swapped: other writers came between',
    'Ten tries met ten other writers. Nothing was written; try again later.',
    503,
  ),
  RMT3013: problem(
    'An event to be sent breaks its own rules',
    'Whoever processes it would refuse it, so it is not sent.',
  ),
  RMT3014: problem(
    'A key or name cannot be stored as it is',
    'Stores would change it in silence, and it could name another value then. Keys come from callers as a rule, so callers are told.',
    400,
  ),
  RMT3015: problem(
    'An operation on a resource failed',
    'The plugin that serves the resource reported a failure; the cause is in the trace and the log.',
  ),
  RMT3016: problem(
    'A counter left the range of safe integers',
    'JavaScript numbers above 2^53 - 1 skip values, so the sum would be wrong.',
  ),
  RMT3017: problem(
    'A handler emitted too many events',
    'One delivery may emit 10,000 events; more would not fit into one transaction of the event log.',
  ),
  RMT3018: problem(
    'A blob is too large or is not made of bytes',
    'Blobs are read and written as a whole, so their size is bounded by 16 MiB.',
  ),
  RMT3020: problem(
    'An event of another class was sent',
    'Events are compared by class and not by shape: what may be sent is what was declared.',
  ),
  RMT3021: problem(
    'A payload does not fit its class',
    'Nothing runs on data that breaks the rules of its class; every broken rule is listed.',
    400,
  ),
  RMT3022: problem(
    'A query was not answered in time',
    'Whoever asks waits for a bounded time, so that one slow handler does not stop all others.',
    504,
  ),
  RMT3023: problem(
    'No event is being handled',
    'What belongs to an event has no meaning outside of a handler.',
  ),
  RMT3024: problem(
    'A handler answered with something it did not declare',
    'Callers, documents and policies rely on the declared replies.',
  ),
  RMT3025: problem(
    'Queries ask each other too deeply',
    'Handlers that ask each other in a circle would never answer.',
  ),
  RMT3026: problem('There is no such event to send', 'Nothing in this application processes it.', 404),
  RMT3027: problem(
    'The caller did not prove who it is',
    'The handler is for authenticated callers only.',
    401,
  ),
  RMT3028: problem(
    'The caller may not send this event',
    'The handler needs a scope that the caller does not hold, or is not reachable from outside.',
    403,
  ),
  RMT3030: problem(
    'A handler took too long',
    'Its time was up: nothing it emitted is sent, and its handles are revoked.',
    504,
  ),
  RMT3031: problem(
    'The event log is full',
    'Taking more than can be delivered would end in a full disk. The event was not accepted.',
    503,
  ),
  RMT3032: problem(
    'The event log is locked by another process',
    'It could not be written in time. What was to be published was not accepted.',
    503,
  ),
  RMT3033: problem(
    'The event log is damaged or is not an event log',
    'Writing to it could lose what it still holds. Restore it or move it away.',
  ),
  RMT3034: problem(
    'The event log could not be written',
    'The disk is full or refused the write. What was to be published was not accepted.',
    503,
  ),
  RMT3035: problem(
    'The application is stopping',
    'It finishes what it has begun and accepts nothing new.',
    503,
  ),
  RMT3036: problem(
    'The process ended while a handler ran',
    'It may be the handler that ends it, so its event becomes a dead letter instead of ending the next process too.',
  ),
  RMT3040: problem(
    'Environment variables are missing',
    'The application could not serve without them, so it does not start.',
  ),
  RMT3041: problem('There is no such environment', 'Nothing says what serves the resources there.'),
  RMT3042: problem(
    'A service could not be made',
    'Its constructor failed, so none of its handlers could run.',
  ),
  RMT3043: problem(
    'The data folder cannot be used',
    'Accepted events are kept there; without it they would be lost.',
  ),
  RMT3044: problem(
    'There is no such unit',
    'Units are what app() lists, and main where it lists services alone.',
  ),
  RMT3045: problem(
    'A query is asked across units',
    'Whoever asks waits for the answer, and the log between processes carries no answers. List both services in one unit, or send an event and handle the one that comes back.',
  ),
  RMT3080: caution(
    'An OpenTelemetry variable has a value Remit cannot use',
    'A typing error in a variable must not keep an application from starting, so the default is used instead.',
  ),
  RMT3081: caution(
    'Spans or log lines were dropped',
    'What waits for the receiver is bounded, so that a slow receiver costs telemetry and not the application. Raise OTEL_BSP_MAX_QUEUE_SIZE or sample less.',
  ),
  RMT3082: caution(
    'The OpenTelemetry receiver did not take what was sent',
    'It was away, too slow, or refused. The application goes on; what was sent is lost and counted.',
  ),
  RMT3083: caution(
    'The exporters of the OpenTelemetry SDK are not installed',
    'A receiver is configured, and nothing can be sent to it without them.',
  ),
  RMT3084: caution(
    'Another OpenTelemetry SDK is registered',
    'Only one can serve libraries that call the OpenTelemetry API: their spans go there and are not part of the traces recorded here.',
  ),
  RMT3085: caution(
    'A metric has too many different attribute values',
    'Each combination takes memory for good, so further ones are counted together, marked otel.metric.overflow.',
  ),
} as const satisfies Record<string, Entry>;
