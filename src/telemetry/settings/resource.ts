import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Attributes } from '../telemetry.ts';
import type { Variables } from './variables.ts';

/** What an application says of itself. */
export interface Identity {
  readonly service: string;
  readonly version?: string | undefined;
  /** Name of the environment it runs in: `prod`. */
  readonly environment?: string | undefined;
}

/** The version of Remit itself. */
export function remitVersion(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Who sends: the same for every span, metric and log. `OTEL_SERVICE_NAME` wins over `OTEL_RESOURCE_ATTRIBUTES`. */
export function resourceOf(identity: Identity, variables: Variables): Attributes {
  const name = variables.text('OTEL_SERVICE_NAME');
  return {
    'service.name': identity.service,
    ...(identity.version === undefined ? {} : { 'service.version': identity.version }),
    ...(identity.environment === undefined ? {} : { 'deployment.environment.name': identity.environment }),
    'service.instance.id': randomUUID(),
    'host.name': hostname(),
    'process.pid': process.pid,
    'process.runtime.name': 'nodejs',
    'process.runtime.version': process.versions.node,
    'telemetry.sdk.name': 'remit',
    'telemetry.sdk.language': 'nodejs',
    'telemetry.sdk.version': remitVersion(),
    ...variables.pairs('OTEL_RESOURCE_ATTRIBUTES'),
    ...(name === undefined ? {} : { 'service.name': name }),
  };
}
