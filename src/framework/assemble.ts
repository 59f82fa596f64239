import { buildServices, type EventPlan, type Ports, SystemClock, SystemRandom } from '../di/index.ts';
import type { Clock, Random } from '../interfaces/index.ts';
import { compileGuard } from '../permissions/index.ts';
import type { Scanned } from '../scan/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import { compilePayload } from '../validation/index.ts';
import type { Bindings } from './binding/bindings.ts';
import type { Bus } from './bus/bus.ts';
import { CoarseTimeouts } from './dispatch/coarse-timeouts.ts';
import { Dispatcher } from './dispatch/dispatcher.ts';
import { type Gate, makeEntries } from './dispatch/entries.ts';
import type { Entry } from './dispatch/entry.ts';
import { planEvents } from './dispatch/event-plans.ts';
import { planHandlers } from './dispatch/handler-plan.ts';
import { makeSend, type Send } from './dispatch/send.ts';

/** What the parts of an application are put together from. */
export interface Supplies {
  readonly scanned: Scanned;
  readonly telemetry: Telemetry;
  readonly bindings: Pick<Bindings, 'keyValue' | 'blobs'>;
  readonly bus: Bus;
  readonly clock?: Clock | undefined;
  readonly random?: Random | undefined;
}

/** An application put together: services made, plans compiled, nothing running yet. */
export interface Assembled {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly send: Send;
  readonly dispatcher: Dispatcher;
  readonly gate: Gate;
}

/** @throws RemitError RMT3042 when a service's constructor fails. */
export function assemble(supplies: Supplies): Assembled {
  const { scanned, telemetry, bindings, bus } = supplies;
  const { model, code } = scanned;
  const events = planEvents(model, code);
  const timeouts = new CoarseTimeouts();
  let dispatcher: Dispatcher | undefined = undefined;
  const ports: Ports = {
    telemetry,
    guard: compileGuard(model),
    clock: supplies.clock ?? new SystemClock(),
    random: supplies.random ?? new SystemRandom(),
    events,
    value: (resource) => compilePayload(code.values.get(resource) as abstract new () => object),
    keyValue: (resource) => bindings.keyValue(resource),
    blobs: (resource) => bindings.blobs(resource),
    ask: async (asking, query, payload) => dispatcher?.ask(asking, query, payload),
  };
  const services = buildServices(model, code.services, ports);
  const plans = planHandlers(model, events, services, timeouts);
  dispatcher = new Dispatcher(telemetry, timeouts, bus, plans, events);
  const gate: Gate = { open: true };
  const entries = makeEntries(plans, dispatcher, gate);
  const send = makeSend({
    telemetry,
    bus,
    facts: dispatcher.facts,
    events,
    commands: commandsOf(scanned, events),
    entries,
    gate,
  });
  return { entries, send, dispatcher, gate };
}

function commandsOf({ model }: Scanned, events: ReadonlyMap<string, EventPlan>): ReadonlySet<string> {
  const commands = model.events.filter(({ processors, name }) => processors === 'one' && events.has(name));
  return new Set(commands.map(({ name }) => name));
}
