import type { Binding } from '../host/index.ts';
import type { ResourceNeed } from '../model/index.ts';
import type { Grant } from '../permissions/index.ts';
import type { Face, FaceQuestion } from './faces.ts';

/** Finds the binding that serves a resource. */
export type BindingOf = (resource: string) => Pick<Binding, 'grants'>;

/**
 * Asks deploy faces for every operation of some needs, each once, and answers with plain data: sorted, so that equal
 * models give equal policies. No database is connected to.
 *
 * ```ts
 * const faces = await evaluateFaces(needs, (resource) => bindings.get(resource));
 * const statements = statementsOf(principals, grantsIn(faces));
 * ```
 * @throws RemitError RMT2062 when a face answers with something that is no grant, RMT2063 when it does not answer.
 */
export async function evaluateFaces(
  needs: readonly Pick<ResourceNeed, 'interface' | 'resource' | 'operations'>[],
  bindingOf: BindingOf,
): Promise<readonly Face[]> {
  const questions = new Map<string, FaceQuestion>();
  for (const { interface: kind, resource, operations } of needs) {
    for (const operation of operations) {
      const question = { interface: kind, resource, operation };
      questions.set(keyOf(question), question);
    }
  }
  const sorted = [...questions].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Promise.all(
    sorted.map(async ([, question]) => ({
      ...question,
      grants: await bindingOf(question.resource).grants(
        question.interface,
        question.resource,
        question.operation,
      ),
    })),
  );
}

/** Looks up evaluated faces; what was not asked for has no grants. */
export function grantsIn(faces: readonly Face[]): (question: FaceQuestion) => readonly Grant[] {
  const grants = new Map(faces.map((face) => [keyOf(face), face.grants]));
  return (question) => grants.get(keyOf(question)) ?? [];
}

function keyOf({ interface: kind, resource, operation }: FaceQuestion): string {
  return JSON.stringify([kind, resource, operation]);
}
