import type { MethodRecord } from '../../decorators/index.ts';
import type { Place } from '../../errors/index.ts';
import type { MethodSource } from '../sources.ts';
import type { ServiceDraft } from './draft.ts';

/** What parsing found of a method. */
export function methodSource(service: ServiceDraft, method: MethodRecord): MethodSource | undefined {
  return service.source?.methods.find(
    ({ name, static: own }) => name === method.name && own === method.static,
  );
}

/** Where a method stands, or at least its class. */
export function methodPlace(service: ServiceDraft, method: MethodRecord): Place | undefined {
  return methodSource(service, method)?.place ?? service.place;
}

/** Where a decorator stands, when it stands once on the method and the index knows it; the method otherwise. */
export function decoratorPlace(
  service: ServiceDraft,
  method: MethodRecord,
  decorator: string,
): Place | undefined {
  const [found, ...others] = (methodSource(service, method)?.decorators ?? []).filter(
    ({ name }) => name === decorator,
  );
  return (others.length === 0 ? found?.place : undefined) ?? methodPlace(service, method);
}

/** `Get` for `GET`. */
export function routeDecorator(method: string): string {
  return method.slice(0, 1) + method.slice(1).toLowerCase();
}
