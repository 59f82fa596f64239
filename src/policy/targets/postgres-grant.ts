import { RemitError } from '../../errors/index.ts';
import type { Grant } from '../../permissions/index.ts';

const identifier = String.raw`(?:"(?:[^"\0]|"")+"|[a-z_][a-z0-9_$]*)`;
const types = String.raw`(?:[a-z][a-z0-9 ]*(?:\[\])?(?:, ?[a-z][a-z0-9 ]*(?:\[\])?)*)?`;

const shapes: Readonly<Record<string, { readonly action: string; readonly resource: RegExp }>> = {
  function: { action: 'EXECUTE', resource: new RegExp(`^${identifier}\\.${identifier}\\(${types}\\)$`, 'u') },
  schema: { action: 'USAGE', resource: new RegExp(`^${identifier}$`, 'u') },
};

/**
 * A deploy face's text becomes part of a script that an owner runs, so only the two grants Remit needs pass:
 * EXECUTE on one function, and USAGE on one schema.
 * @throws RemitError RMT5001 for anything else.
 */
export function refuseUnknown(grant: Grant): void {
  const shape = shapes[grant.resourceType];
  if (shape && grant.action === shape.action && shape.resource.test(grant.resource)) return;
  throw new RemitError(
    'RMT5001',
    `A plugin's deploy face asks for ${grant.action} on ${grant.resourceType} ${grant.resource}: ` +
      'on PostgreSQL only EXECUTE on one function and USAGE on one schema may be granted.',
  );
}
