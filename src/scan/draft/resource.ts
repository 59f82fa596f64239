import { type Class, injectable, injectableOf } from '../../interfaces/index.ts';
import type { SourceIndex } from '../sources.ts';
import type { ResourceDraft, ServiceDraft } from './draft.ts';
import { needsOf } from './event.ts';
import { sortedBy } from './order.ts';

/** Every injectable class that parameters ask for, and the wider ones that those narrow; each once. */
export function readTokens(services: readonly ServiceDraft[]): Class[] {
  const tokens = new Set<Class>();
  for (const need of services.flatMap(needsOf)) {
    for (let token = need.token; token && injectableOf(token); token = widerThan(token)) tokens.add(token);
  }
  return sortedBy(tokens, (token) => token.name);
}

/** The resources that `tokens` stand for, by the class that declares each. */
export function readResources(tokens: readonly Class[], sources: SourceIndex): ResourceDraft[] {
  const resources = new Map<Class, ResourceDraft>();
  for (const token of tokens) {
    const stands = injectableOf(token);
    if (stands?.kind !== 'resource' || stands.wider) continue;
    const declared = declaring(token);
    const place = sources.classSource(declared)?.place;
    resources.set(declared, { class: declared, injectable: stands, ...(place && { place }) });
  }
  return sortedBy(resources.values(), (resource) => `${resource.injectable.name} ${resource.class.name}`);
}

function widerThan(token: Class): Class | undefined {
  const stands = injectableOf(token);
  return stands?.kind === 'resource' ? stands.wider : undefined;
}

/** The class that extends what `keyValue()` or `blobs()` made, however far `token` derives from it. */
function declaring(token: Class): Class {
  let declared = token;
  for (;;) {
    const parent: unknown = Object.getPrototypeOf(declared);
    if (Object.hasOwn(declared, injectable) || typeof parent !== 'function') return declared;
    if (Object.hasOwn(parent, injectable)) return declared;
    declared = parent as unknown as Class;
  }
}
