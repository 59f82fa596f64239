import { RemitError } from '../../errors/index.ts';
import type { Binding, Deed } from '../../host/index.ts';
import type { ResourceInterface } from '../../model/index.ts';
import type { Grant } from '../../permissions/index.ts';
import type { Deeds } from './deeds.ts';
import type { ConformanceFinding } from './report.ts';

/** What the deploy face says of each operation, or why its answer cannot be taken. */
export interface Declarations {
  readonly grants: ReadonlyMap<string, readonly Grant[]>;
  readonly findings: readonly ConformanceFinding[];
}

/** Asks the deploy face for every operation of a resource. */
export async function declarationsOf(
  binding: Binding,
  kind: ResourceInterface,
  resources: readonly string[],
  operations: readonly string[],
): Promise<Declarations> {
  const grants = new Map<string, readonly Grant[]>();
  const findings: ConformanceFinding[] = [];
  for (const operation of operations) {
    for (const resource of resources) {
      try {
        const answer = await binding.grants(kind, resource, operation);
        grants.set(operation, [...(grants.get(operation) ?? []), ...answer]);
      } catch (error) {
        if (!(error instanceof RemitError)) throw error;
        findings.push({ code: error.code, interface: kind, operation, message: error.message });
        break;
      }
    }
  }
  return { grants, findings };
}

/** Compares what was declared with what was done: refused is missing, never done is in excess. */
export function mappingFindings(
  kind: ResourceInterface,
  { grants }: Declarations,
  deeds: Deeds,
): readonly ConformanceFinding[] {
  return [...grants].flatMap(([operation, declared]) => {
    const about = { interface: kind, operation };
    const missing = deeds.refused(kind, operation).map((deed) => ({
      ...about,
      code: 'RMT2102' as const,
      action: words(deed),
      message: `${operation} does ${words(deed)}, which the deploy face does not declare for it.`,
    }));
    const unused = Map.groupBy(declared, ({ action, resourceType }) => `${action} ${resourceType}`);
    const excess = [...unused.values()].flatMap((alike) => {
      // The same action on each resource of the run: one that was used proves the declaration.
      if (alike.some((grant) => deeds.didExercise(kind, operation, grant))) return [];
      const grant = alike[0] as Grant;
      return {
        ...about,
        code: 'RMT2103' as const,
        action: words(grant),
        message: `The deploy face declares ${words(grant)} for ${operation}, which no call of ${operation} did.`,
      };
    });
    return [...missing, ...excess];
  });
}

function words({ action, resourceType, resource }: Deed): string {
  if (action === 'OWNER') return 'what only the management face may do';
  if (action === 'FORBIDDEN') return 'what no plugin may do';
  return resource === '' ? action : `${action} on the ${resourceType} ${resource}`;
}
