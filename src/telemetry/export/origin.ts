import type { Resource } from '@opentelemetry/resources';
import { remitVersion } from '../settings/resource.ts';
import type { Scope } from '../span/timed-span.ts';
import type { Attributes } from '../telemetry.ts';

/** The application as the SDK's exporters expect it. They read the attributes and the schema only. */
export function resourceFrom(attributes: Attributes): Resource {
  const resource: Resource = {
    attributes: { ...attributes },
    merge: () => resource,
    getRawAttributes: () => Object.entries(resource.attributes),
  };
  return resource;
}

/** The instrumentation scope of what Remit records itself. */
export function remitScope(): Scope {
  return { name: 'remit', version: remitVersion() };
}
