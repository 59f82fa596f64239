import { readRecord } from '../../decorators/index.ts';
import type { Diagnostic } from '../../errors/index.ts';
import { type Class, injectableOf } from '../../interfaces/index.ts';
import type { Draft, ServiceDraft } from '../draft/draft.ts';
import { nameOf } from '../draft/event.ts';
import { parameterTypes } from '../draft/metadata.ts';
import { isService } from '../draft/need.ts';
import { parentsOf } from './lineage.ts';

/** Services without a constructor whose parent's takes parameters. */
export function* inheritedConstructor(draft: Draft): Iterable<Diagnostic> {
  for (const service of draft.services) {
    if (hasConstructor(service)) continue;
    const parent = parentsOf(service.class).find((each) => countOf(draft, each) > 0);
    if (!parent) continue;
    yield {
      code: 'RMT1034',
      message: `${service.class.name} inherits the constructor of ${nameOf(parent)}, which takes ${plural(countOf(draft, parent))}, and states none of its own.`,
      place: service.place,
      mend: mend(draft, parent),
      related: [{ message: 'the constructor it inherits', place: draft.sources.classSource(parent)?.place }],
    };
  }
}

function hasConstructor({ class: target, source }: ServiceDraft): boolean {
  if (source) return source.constructorParameters !== undefined;
  if (target.length > 0 || parameterTypes(target)) return true;
  return /\bconstructor\s*\(/.test(Function.prototype.toString.call(target));
}

function countOf(draft: Draft, parent: Class): number {
  const uses = (readRecord(parent)?.uses ?? []).filter(({ method }) => method === undefined);
  return Math.max(
    parent.length,
    parameterTypes(parent)?.length ?? 0,
    draft.sources.classSource(parent)?.constructorParameters?.length ?? 0,
    ...uses.map(({ index }) => index + 1),
  );
}

function plural(count: number): string {
  return count === 1 ? 'one parameter' : `${count} parameters`;
}

function mend(draft: Draft, parent: Class): string {
  const written = draft.sources.classSource(parent)?.constructorParameters;
  const types = parameterTypes(parent) ?? [];
  const parameters = Array.from({ length: countOf(draft, parent) }, (_, index) => {
    const type = types[index] as Class | undefined;
    const known = type && (injectableOf(type) || isService(type)) ? nameOf(type) : undefined;
    const name = written?.[index]?.name ?? `need${index}`;
    return { name, type: written?.[index]?.type || known || 'OrderBook' };
  });
  const names = parameters.map(({ name }) => name).join(', ');
  const typed = parameters.map(({ name, type }) => `${name}: ${type}`).join(', ');
  return `constructor(${typed}) {\n  super(${names});\n}`;
}
