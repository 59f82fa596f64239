import { types } from 'node:util';
import type { Operation } from '../component.ts';
import { type Code, RemitError } from '../../errors/index.ts';
import type { Bounds } from './bounds.ts';
import type { FaultKind } from './fault-kind.ts';

const codes: Readonly<Record<FaultKind, Code>> = {
  fuel: 'RMT2010',
  memory: 'RMT2011',
  deadline: 'RMT2012',
  trap: 'RMT2013',
  type: 'RMT2014',
  stack: 'RMT2015',
};

const sentences: Readonly<Record<FaultKind, string>> = {
  fuel: 'used up its fuel',
  memory: 'wanted more memory than it may have',
  deadline: 'did not answer in time',
  trap: 'failed inside (a trap)',
  type: 'exchanged a value of the wrong type',
  stack: 'nested its calls too deeply',
};

/** WIT errors are plain values; anything that is an Error is a fault of the plugin, of the host, or a refusal. */
export function isFault(thrown: unknown): boolean {
  return types.isNativeError(thrown);
}

export function fault(
  plugin: string,
  operation: Operation | undefined,
  kind: FaultKind,
  output: string,
  thrown?: unknown,
): RemitError {
  const during =
    operation === undefined
      ? 'while it was started'
      : `during ${operation.operation} on ${operation.resource} (${operation.interface})`;
  return new RemitError(codes[kind], `Plugin ${plugin} ${sentences[kind]} ${during}`, {
    // What the guest wrote helps whoever wrote the plugin; it may hold data, so it stays out of the message.
    cause: output === '' ? thrown : new Error(`The plugin wrote: ${output}`, { cause: thrown }),
    details: {
      kind,
      plugin,
      interface: operation?.interface,
      resource: operation?.resource,
      operation: operation?.operation,
    },
  });
}

/** Tells which bound a guest ran into. */
export function kindOf(thrown: unknown, bounds: Bounds): FaultKind {
  if (bounds.exhausted !== undefined) return bounds.exhausted;
  if (bounds.refused) return 'memory';
  if (!types.isNativeError(thrown)) return 'trap';
  // Engines tell a stack overflow from other range errors by its message only.
  if (thrown.name === 'RangeError' && /call stack/.test(thrown.message)) return 'stack';
  return thrown.name === 'TypeError' ? 'type' : 'trap';
}
