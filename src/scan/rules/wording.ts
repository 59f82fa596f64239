import type { MethodRecord } from '../../decorators/index.ts';
import type { HandlerDraft, NeedDraft, ServiceDraft } from '../draft/draft.ts';
import { methodSource, routeDecorator } from '../draft/place.ts';

/** `Ordering.place`, as it is found in the code; the service's stable name may differ. */
export function methodTitle(service: ServiceDraft, method: MethodRecord): string {
  return `${service.class.name}.${method.name}`;
}

export function handlerTitle(handler: HandlerDraft): string {
  return methodTitle(handler.service, handler.record);
}

/** `Ordering.receipt`, or `the constructor of Ordering`. */
export function askerTitle(need: NeedDraft): string {
  return need.handler ? handlerTitle(need.handler) : `the constructor of ${need.service.class.name}`;
}

/** `parameter 1 (receipts) of Ordering.receipt`. */
export function parameterTitle(need: NeedDraft): string {
  const name = need.source ? ` (${need.source.name})` : '';
  return `parameter ${need.index}${name} of ${askerTitle(need)}`;
}

/** The parameter's name, or one to put in its place. */
export function parameterName(need: NeedDraft): string {
  return need.source?.name ?? 'need';
}

/** The method's head as written, without decorators and modifiers: `async place(order: PlaceOrder): Promise<void>`. */
export function signature(service: ServiceDraft, method: MethodRecord): string {
  const source = methodSource(service, method);
  if (!source) return `async ${method.name}(…)`;
  const parameters = source.parameters.map(
    ({ name, type, rest }) => `${rest ? '...' : ''}${name}${type && `: ${type}`}`,
  );
  return `async ${method.name}(${parameters.join(', ')})${source.returns ? `: ${source.returns}` : ''}`;
}

/** `@Get('/orders/:id')`. */
export function routeTitle({ method, path }: { readonly method: string; readonly path: string }): string {
  return `@${routeDecorator(method)}('${path}')`;
}

/** `A`, `A and B`, `A, B and C`. */
export function listing(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `placeOrder` for `PlaceOrder`. */
export function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

/** The text as the beginning of a sentence. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
