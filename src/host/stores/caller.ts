import { types } from 'node:util';
import type { Telemetry, TraceContext } from '../../telemetry/index.ts';
import type { Instance, Pool } from '../component.ts';
import { failureKey } from '../connectors/sql/imports.ts';
import type { Rule } from '../connectors/sql/rule.ts';
import type { Call } from './call.ts';
import { callError } from './wit-error.ts';

type Work<T> = (instance: Instance) => T | Promise<T>;

/** Calls a plugin: under the rule of the operation, in a span when the caller is sampled, with coded errors. */
export class Caller {
  readonly #plugin: string;
  readonly #pool: Pool;
  readonly #telemetry: Telemetry;
  readonly #rule: (call: Call) => Promise<Rule>;

  constructor(plugin: string, pool: Pool, telemetry: Telemetry, rule: (call: Call) => Promise<Rule>) {
    this.#plugin = plugin;
    this.#pool = pool;
    this.#telemetry = telemetry;
    this.#rule = rule;
  }

  async call<T>(call: Call, work: Work<T>): Promise<T> {
    call.rule ??= await this.#rule(call);
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
        const { kept } = instance;
        kept.delete(failureKey);
        // Read before the pool hands the instance to the next call.
        const failed = (error: unknown): never => {
          failure = kept.get(failureKey);
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
