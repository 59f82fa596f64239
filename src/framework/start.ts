import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RemitError } from '../errors/index.ts';
import { openBinding } from '../host/index.ts';
import type { Clock, Random } from '../interfaces/index.ts';
import type { Model } from '../model/index.ts';
import type { Scanned } from '../scan/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import { assemble, type Assembled } from './assemble.ts';
import { Bindings, type OpenBinding } from './binding/bindings.ts';
import type { Bus, RetryPolicy } from './bus/bus.ts';
import { LogBus } from './bus/log/log-bus.ts';
import { environmentOf, requireVariables, type Variables } from './environment.ts';
import type { Running } from './running.ts';
import { Scheduler } from './schedules/scheduler.ts';
import { unitOf } from './unit.ts';

/** What `start` is given. */
export interface StartOptions {
  readonly environment: string;
  /** Runs the services of this unit alone; default: all of them. */
  readonly unit?: string | undefined;
  readonly variables: Variables;
  /** Folder of the event log and the embedded database; made when it is not there. */
  readonly data: string;
  /** Folder of transpiled components. */
  readonly cache: string;
  /** Folder that relative paths of components start from; default: the working directory. */
  readonly root?: string | undefined;
  readonly telemetry: Telemetry;
  /** Default: the plugin host. */
  readonly open?: OpenBinding | undefined;
  /** Default: the embedded durable log in `data`. */
  readonly bus?: Bus | undefined;
  readonly clock?: Clock | undefined;
  readonly random?: Random | undefined;
}

/** Milliseconds that settling a delivery may take beyond its handler's time. */
const settling = 10_000;

/**
 * Starts an application: variables, bindings, provisioning, services, bus, schedules, in this order. A fault closes
 * what was opened.
 * @throws DiagnosticsError RMT3040 naming every missing variable.
 * @throws RemitError RMT3041 to RMT3045, or what the host says of a plugin.
 */
export async function start(application: Scanned, options: StartOptions): Promise<Running> {
  const { telemetry, unit } = options;
  const scanned = unit === undefined ? application : unitOf(application, unit);
  const bindings = await open(scanned, options);
  let opened: Bus | undefined = options.bus;
  try {
    await bindings.provision((kind) => kind === 'sqlite' || options.variables['REMIT_PROVISION'] === '1');
    await bindings.health();
    const bus = (opened ??= new LogBus(join(options.data, 'events.db'), telemetry));
    const { clock, random } = options;
    const assembled = assemble({ scanned, telemetry, bindings, bus, clock, random });
    const scheduler = new Scheduler(assembled.entries.values());
    const policies = policiesOf(scanned.model);
    const elsewhere = namesOf(application.model).filter((name) => !policies.has(name));
    bus.start((delivery) => assembled.dispatcher.deliver(delivery), policies, elsewhere);
    scheduler.start();
    return running(assembled, scheduler, bus, bindings, telemetry);
  } catch (error) {
    await Promise.allSettled([opened?.close(), bindings.close()]);
    throw error;
  }
}

/**
 * Creates what the resources of an environment need, on every connector, and runs nothing.
 * @throws like `start`.
 */
export async function provision(scanned: Scanned, options: StartOptions): Promise<void> {
  const bindings = await open(scanned, options);
  try {
    await bindings.provision(() => true);
  } finally {
    await bindings.close();
  }
}

async function open(scanned: Scanned, options: StartOptions): Promise<Bindings> {
  const definition = environmentOf(scanned, options.environment);
  const unit = options.unit === undefined ? undefined : scanned.model;
  requireVariables(options.environment, definition, options.variables, unit);
  try {
    await mkdir(dirname(options.data), { recursive: true });
    // What is kept there may be personal: nobody else on the machine reads it.
    await mkdir(options.data, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code;
    throw new RemitError('RMT3043', `The data folder ${options.data} cannot be made: ${reason}.`, { cause });
  }
  return Bindings.open(scanned.model, definition, { ...options, open: options.open ?? openBinding });
}

/** A lease outlasts the handler's time, so that no delivery runs twice while its process lives. */
function policiesOf(model: Model): Map<string, RetryPolicy> {
  const handlers = model.services.flatMap((service) => service.handlers);
  return new Map(
    handlers.map(({ name, retries, timeout }) => [name, { retries, lease: timeout * 1.25 + settling }]),
  );
}

function namesOf({ services }: Model): string[] {
  return services.flatMap(({ handlers }) => handlers.map(({ name }) => name));
}

function running(
  { entries, send, gate, dispatcher }: Assembled,
  scheduler: Scheduler,
  bus: Bus,
  bindings: Bindings,
  telemetry: Telemetry,
): Running {
  let drained: Promise<void> | undefined;
  let closed: Promise<void> | undefined;
  return { entries, send, isWell: () => bus.well !== false, drain, close };

  function drain(): Promise<void> {
    drained ??= drainOnce();
    return drained;
  }

  async function drainOnce(): Promise<void> {
    gate.open = false;
    await Promise.all([scheduler.stop(), bus.drain()]);
    await dispatcher.drain();
  }

  function close(): Promise<void> {
    closed ??= closeOnce();
    return closed;
  }

  async function closeOnce(): Promise<void> {
    await drain();
    await bus.close();
    await bindings.close();
    await telemetry.flush();
  }
}
