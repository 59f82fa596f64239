import type {
  Connector,
  Instance,
  Observer,
  Operation,
  Probe,
  Usage,
  WitFunction,
  WitInterfaces,
} from '../../host/index.ts';
import type { Telemetry } from '../../telemetry/index.ts';
import { Deeds } from './deeds.ts';

/** What a connector says of itself: no work, so it neither fails nor is waited for. */
const words: ReadonlySet<string> = new Set(['speaks', 'namespace']);

/** A connector call that was recorded, to be made again. */
export type Recorded = () => unknown;

/**
 * Between a component and its connector: hears what was judged, lets the connector fail in the middle of an operation,
 * and puts the calls of one operation between those of another. Without being armed it only hears.
 */
export class Tap implements Probe {
  readonly deeds = new Deeds();
  readonly usage = new Map<string, Usage>();
  #calls = 0;
  #failing: number | undefined;
  #recording: Recorded[] | undefined;
  #between: { readonly at: number; readonly calls: readonly Recorded[] } | undefined;
  /** Whether the recorded calls came between. */
  came = false;

  through(connector: Connector): Connector {
    return {
      wit: connector.wit,
      asynchronous: connector.asynchronous,
      ownerScope: connector.ownerScope,
      scopeOf: (operation, grants) => connector.scopeOf(operation, grants, this.#observer(operation)),
      imports: (instance, telemetry) => this.#imports(connector, instance, telemetry),
      sealed: () => connector.sealed(),
      check: () => connector.check(),
      close: () => connector.close(),
    };
  }

  spent(operation: Operation, { fuel, memory }: Usage): void {
    const name = `${operation.interface}.${operation.operation}`;
    const most = this.usage.get(name);
    this.usage.set(name, {
      fuel: Math.max(fuel, most?.fuel ?? 0),
      memory: Math.max(memory, most?.memory ?? 0),
    });
  }

  /** The connector works for this many calls and then no more. */
  failAfter(calls: number): void {
    this.#calls = 0;
    this.#failing = calls;
  }

  /** The connector calls of `work`. */
  async record(work: () => Promise<unknown>): Promise<readonly Recorded[]> {
    const calls: Recorded[] = [];
    this.#recording = calls;
    await work();
    this.#recording = undefined;
    return calls;
  }

  /** Makes these calls just before the one that has this number. */
  interleave(calls: readonly Recorded[], at: number): void {
    this.#calls = 0;
    this.came = false;
    this.#between = { at, calls };
  }

  disarm(): void {
    this.#failing = undefined;
    this.#between = undefined;
    this.#recording = undefined;
  }

  #observer(operation: string): Observer {
    return this.deeds.of(operation);
  }

  #imports(connector: Connector, instance: Instance, telemetry: Telemetry): WitInterfaces {
    const refused = connector.sealed();
    const real = connector.imports(instance, telemetry);
    const replayed = (
      operation: Operation | undefined,
      face: string,
      name: string,
      given: unknown[],
    ): Recorded => {
      const copies = structuredClone(given);
      const actor: Instance = { exports: {}, operation, kept: new Map() };
      return () => connector.imports(actor, telemetry)[face]?.[name]?.(...copies);
    };
    const wrapped = (face: string, name: string, work: WitFunction): WitFunction => {
      if (words.has(name)) return work;
      return (...given: unknown[]): unknown => {
        const { operation } = instance;
        if (operation?.interface === 'manage') return work(...given);
        const number = this.#calls++;
        this.#recording?.push(replayed(operation, face, name, given));
        if (this.#failing !== undefined && number >= this.#failing) {
          const refuse = () => refused[face]?.[name]?.(...given) as unknown;
          return connector.asynchronous ? Promise.resolve().then(refuse) : refuse();
        }
        if (this.#between?.at !== number) return work(...given);
        this.came = true;
        const { calls } = this.#between;
        if (connector.asynchronous) return inTurn(calls, () => work(...given) as unknown);
        for (const call of calls) call();
        return work(...given);
      };
    };
    return mapped(real, wrapped);
  }
}

async function inTurn(calls: readonly Recorded[], last: () => unknown): Promise<unknown> {
  for (const call of calls) await call();
  return last();
}

function mapped(
  faces: WitInterfaces,
  change: (face: string, name: string, work: WitFunction) => WitFunction,
): WitInterfaces {
  return Object.fromEntries(
    Object.entries(faces).map(([face, functions]) => [
      face,
      Object.fromEntries(Object.entries(functions).map(([name, work]) => [name, change(face, name, work)])),
    ]),
  );
}
