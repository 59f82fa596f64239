import type { TraceContext } from '../../telemetry/index.ts';
import type { Operation } from '../component.ts';
import type { Scope } from '../connectors/connector.ts';

/** One operation of one resource as the pool sees it; made at start, and again for each call that is traced. */
export class Call implements Operation {
  readonly interface: Operation['interface'];
  readonly resource: string;
  readonly operation: string;
  /** The WIT function behind it: `wasi:keyvalue/store.get`. */
  readonly function: string;
  readonly trace: TraceContext | undefined;
  /** What its connector calls may do; found out by its first call. */
  scope: Scope | undefined;

  constructor(
    kind: Operation['interface'],
    resource: string,
    operation: string,
    witFunction: string,
    scope?: Scope,
    trace?: TraceContext,
  ) {
    this.interface = kind;
    this.resource = resource;
    this.operation = operation;
    this.function = witFunction;
    this.scope = scope;
    this.trace = trace;
  }

  /** The same call under a span. */
  under(trace: TraceContext): Call {
    return new Call(this.interface, this.resource, this.operation, this.function, this.scope, trace);
  }
}
