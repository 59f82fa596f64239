import type { Deed, Observer } from '../../connector.ts';
import { type Routine, schemaOf } from '../routine.ts';
import type { DeclaredRoutine } from '../rule.ts';
import { summaryOf } from '../summary.ts';

/** The call of a declared function, which takes the schema it is in too. */
export function exercise(observer: Observer, { signature }: DeclaredRoutine): void {
  observer.exercised({ action: 'EXECUTE', resourceType: 'function', resource: signature });
  observer.exercised({ action: 'USAGE', resourceType: 'schema', resource: schemaOf(signature) });
}

/** What a statement wanted: the call of a function, or whatever else it begins with. */
export function callDeed(text: string, called: Routine | undefined): Deed {
  if (called === undefined) {
    return { action: 'STATEMENT', resourceType: 'database', resource: summaryOf(text).name };
  }
  const parameters = called.parameters === 1 ? '1 parameter' : `${called.parameters} parameters`;
  return {
    action: 'EXECUTE',
    resourceType: 'function',
    resource: `${called.schema}.${called.name} of ${parameters}`,
  };
}
