import { eventId, type EventPlan, type Sent } from '../../di/index.ts';
import { RemitError } from '../../errors/index.ts';
import type { Receipt } from '../../interfaces/index.ts';
import type { Envelope } from '../../model/index.ts';
import { formatTraceparent, identify, sendConvention, type Telemetry } from '../../telemetry/index.ts';
import type { Bus } from '../bus/bus.ts';
import type { Facts } from '../facts/facts.ts';
import type { Gate } from './entries.ts';
import type { Answer, Entry, Origin } from './entry.ts';

/** What came of an event that was sent from outside. */
export interface Sending {
  readonly receipt: Receipt;
  /** The answer of the one handler; absent for a fact, whose handlers run on their own. */
  readonly reply?: Answer;
}

/** Sends an event by name with plain data. Access is judged by the caller, with `admit` of each handler. */
export type Send = (command: string, plain: unknown, origin: Origin) => Promise<Sending>;

/** What sending takes. */
export interface Outside {
  readonly telemetry: Telemetry;
  readonly bus: Bus;
  readonly facts: Facts;
  readonly events: ReadonlyMap<string, EventPlan>;
  /** Names of the events with exactly one processor. */
  readonly commands: ReadonlySet<string>;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly gate: Gate;
}

/** Makes `send`: a command runs at once and answers, a fact is handed to the bus. */
export function makeSend(outside: Outside): Send {
  return async (command, plain, origin) => {
    const event = outside.events.get(command);
    const [first] = event?.handlers ?? [];
    const entry = first === undefined ? undefined : outside.entries.get(first);
    if (event === undefined || entry === undefined || command.startsWith('remit.')) {
      throw new RemitError('RMT3026', `There is no event ${command} that something processes.`, {
        details: { command, events: [...outside.commands] },
      });
    }
    const payload = event.payload.parse(plain);
    const sent: Origin & Sent = { ...origin, id: origin.id ?? eventId(Date.now()) };
    const receipt: Receipt = { id: sent.id as string, sentTo: event.handlers };
    if (outside.commands.has(command)) {
      const reply = await entry.call(payload, sent);
      return reply ? { receipt, reply } : { receipt };
    }
    if (!outside.gate.open) throw new RemitError('RMT3035', 'The application is stopping.');
    await publish(outside, event, event.payload.toPlain(payload), sent);
    return { receipt };
  };
}

async function publish(
  outside: Outside,
  event: EventPlan,
  payload: unknown,
  sent: Origin & Sent,
): Promise<void> {
  const { name, kind, attributes } = sendConvention(event.name, sent.sender);
  const span = outside.telemetry.start(name, { kind, attributes, parent: sent.parent });
  const id = sent.id as string;
  const envelope: Envelope = {
    id,
    command: event.name,
    sender: sent.sender,
    payload,
    time: Date.now(),
    correlation: id,
    traceparent: formatTraceparent(span.context),
    ...(sent.actor && { actor: sent.actor }),
  };
  identify(span, envelope);
  try {
    await outside.bus.publish([{ envelope, handlers: event.handlers }]);
    outside.telemetry.metrics.sent(event.name, sent.sender);
    outside.facts.sent(event.name, sent.sender, event.handlers, undefined);
  } catch (error) {
    span.fail(error);
    throw error;
  } finally {
    span.end();
  }
}
