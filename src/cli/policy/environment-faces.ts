import { type EnvironmentDefinition, namespaceOf, providerOf } from '../../decorators/index.ts';
import { evaluateFaces, type Face } from '../../faces/index.ts';
import { type Binding, openBinding } from '../../host/index.ts';
import type { Model, ResourceNeed } from '../../model/index.ts';
import { silentTelemetry } from '../../telemetry/index.ts';

/** What an environment is asked for: its providers, and one target of theirs. */
export interface FacesOptions {
  readonly definition: EnvironmentDefinition;
  /** `postgres`. */
  readonly target: string;
  readonly cache: string;
  /** Folder that relative paths of components start from. */
  readonly root: string;
}

/** Resources of one target, and what the deploy faces of their plugins say. Nothing is connected to. */
export interface EnvironmentFaces {
  readonly faces: readonly Face[];
  /** Schemas on the target that hold resources, sorted. */
  readonly schemas: readonly string[];
  readonly resources: ReadonlySet<string>;
}

/** Asks the plugins that serve a model's resources on one target of an environment. */
export async function environmentFaces(model: Model, options: FacesOptions): Promise<EnvironmentFaces> {
  const served = Map.groupBy(model.resources, ({ name }) => providerOf(options.definition, name));
  const bindings = new Map<string, Binding>();
  const schemas = new Set<string>();
  try {
    for (const [provider, resources] of served) {
      if (provider === undefined || provider.connector.kind !== options.target) continue;
      const interfaces = [...new Set(resources.map((resource) => resource.interface))];
      const binding = await openBinding({
        provider,
        values: {},
        cache: options.cache,
        root: options.root,
        telemetry: silentTelemetry(),
        interfaces,
      });
      for (const { name } of resources) bindings.set(name, binding);
      schemas.add(namespaceOf(provider.connector));
    }
    const needs = resourceNeeds(model).filter(({ resource }) => bindings.has(resource));
    const faces = await evaluateFaces(needs, (resource) => bindings.get(resource) as Binding);
    return { faces, schemas: [...schemas].toSorted(), resources: new Set(bindings.keys()) };
  } finally {
    await Promise.all([...new Set(bindings.values())].map((binding) => binding.close()));
  }
}

function resourceNeeds({ services }: Model): readonly ResourceNeed[] {
  return services
    .flatMap(({ needs, handlers }) => [...needs, ...handlers.flatMap((handler) => handler.needs)])
    .filter((need) => need.kind === 'resource');
}
