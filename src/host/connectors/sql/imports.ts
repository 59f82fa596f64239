import { types } from 'node:util';
import type { Span, Telemetry } from '../../../telemetry/index.ts';
import type { Instance, WitInterfaces } from '../../component.ts';
import type { SqlConnector } from './connector.ts';
import { tell } from '../failure.ts';
import { SqlFailure } from './failure.ts';
import type { Rule } from './rule.ts';
import type { Outcome, Statement } from './statement.ts';
import { summaryOf } from './summary.ts';

function refusal(): SqlFailure {
  return new SqlFailure(
    'refused',
    'RMT2061',
    'a connector was called outside of any operation that may use it',
  );
}

/** `remit:connect/sql` for one instance: its calls are judged by the rule of the operation in flight, and traced. */
export function sqlImports(connector: SqlConnector, telemetry: Telemetry, instance: Instance): WitInterfaces {
  const fail = (error: unknown): never => tell(instance, error);

  function ruleInFlight(): Rule {
    return (instance.operation?.scope as Rule | undefined) ?? fail(refusal());
  }

  function spanOf(text: string, name?: string): Span | undefined {
    const parent = instance.operation?.trace;
    if (parent?.sampled !== true) return undefined;
    const summary = summaryOf(text);
    const attributes = { ...connector.attributes, ...summary.attributes };
    return telemetry.start(name ?? summary.name, { kind: 'client', parent, attributes });
  }

  return {
    'remit:connect/sql': {
      speaks: () => connector.dialect,
      namespace: () => connector.namespace,
      query(statement: Statement): Outcome | Promise<Outcome> {
        const rule = ruleInFlight();
        const span = spanOf(statement.text);
        if (span) return spanned(span, () => connector.query(statement, rule), fail);
        try {
          const answer = connector.query(statement, rule);
          return types.isPromise(answer) ? answer.catch(fail) : answer;
        } catch (error) {
          return fail(error);
        }
      },
      transaction(statements: readonly Statement[]) {
        const rule = ruleInFlight();
        const work = () => connector.transaction(statements, rule);
        const span = spanOf(statements[0]?.text ?? '', 'transaction');
        return span ? spanned(span, work, fail) : settled(work, fail);
      },
    },
  };
}

type Failed = (error: unknown) => never;

function settled<T>(work: () => T | Promise<T>, failed: Failed): T | Promise<T> {
  try {
    const answer = work();
    return types.isPromise(answer) ? answer.catch(failed) : answer;
  } catch (error) {
    return failed(error);
  }
}

function spanned<T>(span: Span, work: () => T | Promise<T>, failed: Failed): T | Promise<T> {
  const answer = settled(work, (error) => {
    span.fail(error);
    span.end();
    return failed(error);
  });
  if (types.isPromise(answer)) return answer.finally(() => span.end());
  span.end();
  return answer;
}

/** `remit:connect/sql` for the deploy face, which has no connector within its reach. */
export function sealedImports(): WitInterfaces {
  const refuse = (): never => {
    throw { tag: 'refused', val: 'the deploy face has no connector' };
  };
  return {
    'remit:connect/sql': { speaks: refuse, namespace: refuse, query: refuse, transaction: refuse },
  };
}
