import { types } from 'node:util';
import type { Telemetry, TraceContext } from '../../telemetry/index.ts';
import type { Instance, Pool } from '../component.ts';
import type { Scope } from '../connectors/connector.ts';
import { forget, toldTo } from '../connectors/failure.ts';
import type { Call } from './call.ts';
import { callError } from './wit-error.ts';

type Work<T> = (instance: Instance) => T | Promise<T>;

/** Calls a plugin: within the scope of the operation, in a span when the caller is sampled, with coded errors. */
export class Caller {
  readonly #plugin: string;
  readonly #pool: Pool;
  readonly #telemetry: Telemetry;
  readonly #scopeOf: (call: Call) => Promise<Scope>;

  constructor(plugin: string, pool: Pool, telemetry: Telemetry, scopeOf: (call: Call) => Promise<Scope>) {
    this.#plugin = plugin;
    this.#pool = pool;
    this.#telemetry = telemetry;
    this.#scopeOf = scopeOf;
  }

  async call<T>(call: Call, work: Work<T>): Promise<T> {
    call.scope ??= await this.#scopeOf(call);
    const parent = this.#telemetry.current();
    return parent?.sampled === true ? this.#traced(call, parent, work) : this.#run(call, work);
  }

  async #traced<T>(call: Call, parent: TraceContext, work: Work<T>): Promise<T> {
    const span = this.#telemetry.start(`plugin ${this.#plugin} ${call.operation}`, {
      kind: 'internal',
      parent,
      attributes: {
        'remit.plugin.name': this.#plugin,
        'code.function.name': call.function,
        'remit.resource.name': call.resource,
      },
    });
    try {
      return await this.#run(call.under(span.context), work);
    } catch (error) {
      span.fail(error);
      throw error;
    } finally {
      span.end();
    }
  }

  async #run<T>(call: Call, work: Work<T>): Promise<T> {
    let failure: unknown;
    try {
      return await this.#pool.use(call, (instance) => {
        forget(instance);
        // Read before the pool hands the instance to the next call.
        const failed = (error: unknown): never => {
          failure = toldTo(instance);
          throw error;
        };
        try {
          const answer = work(instance);
          return types.isPromise(answer) ? answer.catch(failed) : answer;
        } catch (error) {
          return failed(error);
        }
      });
    } catch (error) {
      throw callError(this.#plugin, call, failure, error);
    }
  }
}
