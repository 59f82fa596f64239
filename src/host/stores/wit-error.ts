import { type Code, RemitError } from '../../errors/index.ts';
import { ConnectorFailure } from '../connectors/failure.ts';
import type { Call } from './call.ts';

/**
 * What a component's error means to a caller: the failure of the connector that caused it when there was one, else
 * what the component says.
 */
export function callError(plugin: string, call: Call, failure: unknown, thrown: unknown): RemitError {
  if (thrown instanceof RemitError) return thrown;
  if (failure instanceof ConnectorFailure) return described(failure.code, plugin, call, failure.message);
  switch ((thrown as { tag?: unknown } | undefined)?.tag) {
    case 'no-such-store':
    case 'no-such-container':
      return described('RMT2056', plugin, call, 'it was not provisioned');
    case 'access-denied':
      return described('RMT2055', plugin, call, 'access was denied');
    default:
      return described('RMT2063', plugin, call, `the plugin ${plugin} reported: ${sentenceOf(thrown)}`);
  }
}

function described(code: Code, plugin: string, call: Call, sentence: string): RemitError {
  const { resource, operation } = call;
  const subject = resource === '' ? operation : `${operation} on ${resource}`;
  return new RemitError(code, `${subject}: ${sentence}.`, { details: { plugin, resource, operation } });
}

function sentenceOf(thrown: unknown): string {
  const said = typeof thrown === 'string' ? thrown : (thrown as { val?: unknown } | undefined)?.val;
  return typeof said === 'string' ? shown(said) : 'an error without words';
}

/** A plugin's own words end up in logs and traces, so they are one line of bounded length. */
function shown(said: string): string {
  const line = said.slice(0, mostSaid).replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return said.length > mostSaid ? `${line}…` : line;
}

/** Characters of what a plugin said that are passed on. */
const mostSaid = 500;
