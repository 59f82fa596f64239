import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Application } from '../decorators/index.ts';
import { RemitError } from '../errors/index.ts';
import { type DeadLetter, MemoryBus, type Running, type Sending, start } from '../framework/index.ts';
import type { Class, Clock, Random } from '../interfaces/index.ts';
import type { Actor } from '../model/index.ts';
import { admit } from '../permissions/index.ts';
import { scan, type Scanned } from '../scan/index.ts';
import { type RecordingTelemetry, recordingTelemetry } from '../telemetry/index.ts';
import { memoryBinding } from './memory-binding.ts';

/** Options of `testApp`. */
export interface TestOptions {
  /** What is injected instead of the system's time and randomness. */
  readonly overrides?: { readonly clock?: Clock; readonly random?: Random };
  /** `memory` (default): no plugin runs. `plugin`: the environment's own plugins, in a folder of their own. */
  readonly resources?: 'memory' | 'plugin';
  /** Default: `dev` when there is one, else the first. */
  readonly environment?: string;
  /** Environment variables; with `memory`, those that are missing do not matter. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** How one event is sent. */
export interface SendOptions {
  /** Judges access as for a caller from outside: `anyone`, or whoever proved to be this. Absent: access is not judged. */
  readonly as?: 'anyone' | Actor;
  /** Becomes the event's id: what it emits has the same ids when it is sent again, as with an `Idempotency-Key`. */
  readonly id?: string;
}

/** An application under test. */
export interface TestApp extends AsyncDisposable {
  readonly running: Running;
  /** Spans, log lines and metrics, recorded in full. */
  readonly telemetry: RecordingTelemetry;
  /** Events that handlers failed for good. */
  readonly deadLetters: readonly DeadLetter[];
  /**
   * Sends an event by class or name with plain data, and resolves with the handler's answer.
   * @throws RemitError RMT3021 when the data does not fit, RMT3027 or RMT3028 when access is denied; the handler's own error otherwise.
   */
  send(event: Class | string, payload: unknown, options?: SendOptions): Promise<Sending>;
  /** Resolves when nothing runs, waits or will be tried again. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts an application for a test, on a bus in memory: failed deliveries are tried again at once.
 *
 * ```ts
 * await using shop = await testApp(application, { overrides: { clock: new ManualClock() } });
 * const { reply } = await shop.send(PlaceOrder, { id, quantity: 1 });
 * ```
 * @throws DiagnosticsError with every mistake of the application at once.
 */
export async function testApp(application: Application, options: TestOptions = {}): Promise<TestApp> {
  const scanned = scan(application);
  const { environments } = scanned.model;
  const environment =
    options.environment ??
    environments.find(({ name }) => name === 'dev')?.name ??
    environments[0]?.name ??
    'dev';
  const telemetry = recordingTelemetry();
  const bus = new MemoryBus(telemetry, { delay: () => 1 });
  const data = await mkdtemp(join(tmpdir(), 'remit-test-'));
  const remove = (): Promise<void> => rm(data, { recursive: true, force: true });
  let running: Running;
  try {
    running = await start(scanned, {
      environment,
      variables: variablesOf(scanned, environment, options),
      data,
      cache: join(process.cwd(), '.remit', 'cache', 'plugins'),
      telemetry,
      bus,
      ...(options.resources !== 'plugin' && { open: async () => memoryBinding() }),
      clock: options.overrides?.clock,
      random: options.overrides?.random,
    });
  } catch (error) {
    await remove();
    throw error;
  }
  const close = async (): Promise<void> => {
    try {
      await running.close();
    } finally {
      await remove();
    }
  };
  return {
    running,
    telemetry,
    deadLetters: bus.deadLetters,
    send: (event, payload, how = {}) => send(scanned, running, event, payload, how),
    settled: () => bus.settled(),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** With everything in memory no variable is read for what it says, so those that are missing are made up. */
function variablesOf(scanned: Scanned, environment: string, options: TestOptions): Record<string, string> {
  const given = { ...options.variables };
  if (options.resources === 'plugin') return given;
  const named = scanned.model.environments.find(({ name }) => name === environment)?.variables ?? [];
  return { ...Object.fromEntries(named.map((name) => [name, 'not set in tests'])), ...given };
}

async function send(
  { model, code }: Scanned,
  running: Running,
  event: Class | string,
  payload: unknown,
  { as, id }: SendOptions,
): Promise<Sending> {
  const name =
    typeof event === 'string' ? event : [...code.events].find(([, target]) => target === event)?.[0];
  if (name === undefined) {
    throw new RemitError('RMT3026', `${String(event)} is not an event of this application.`);
  }
  const actor = as === 'anyone' ? undefined : as;
  if (as !== undefined) {
    for (const handler of model.events.find((each) => each.name === name)?.processedBy ?? []) {
      admit(handler, running.entries.get(handler)?.handler.access, actor);
    }
  }
  return running.send(name, payload, { sender: 'cli', actor, id });
}
