import { readRecord, type UseRecord } from '../../decorators/index.ts';
import type { Place } from '../../errors/index.ts';
import { type Class, type Injectable, injectableOf } from '../../interfaces/index.ts';
import type { ParameterSource } from '../sources.ts';
import type { HandlerDraft, NeedDraft, ServiceDraft } from './draft.ts';
import { parameterTypes, seenType } from './metadata.ts';

/** A constructor or method whose parameters ask for something. */
export interface Asking {
  readonly service: ServiceDraft;
  readonly handler?: HandlerDraft;
  readonly method?: string;
  /** Parameters as the engine counts them: up to the first with a default. */
  readonly length: number;
  /** The compiled code, in which a rest parameter is seen when sources are not at hand. */
  readonly text: string;
  readonly parameters: readonly ParameterSource[] | undefined;
  readonly place?: Place | undefined;
  /** Index of the first parameter that is a need. */
  readonly first: number;
}

/** The needs of one constructor or method, in the order of its parameters. */
export function readNeeds(asking: Asking): NeedDraft[] {
  const { service, method } = asking;
  const types = parameterTypes(service.class, method);
  const uses = (service.record?.uses ?? []).filter((use) => !use.static && use.method === method);
  const count = Math.max(
    types?.length ?? 0,
    asking.length,
    asking.parameters?.length ?? 0,
    ...uses.map((use) => use.index + 1),
  );
  const needs: NeedDraft[] = [];
  for (let index = asking.first; index < count; index += 1) {
    const type = seenType(types, index);
    const own = uses.filter((use) => use.index === index);
    const source = asking.parameters?.[index];
    const place = source?.place ?? asking.place;
    const use = own[0];
    const token = use?.token ?? (type.kind === 'class' ? type.class : undefined);
    const injectable = token && narrowed(token, use);
    needs.push({
      service,
      index,
      type,
      uses: own,
      isService: isService(token),
      rest: source?.rest ?? (index === count - 1 && index >= asking.length && endsInRest(asking)),
      ...(asking.handler && { handler: asking.handler }),
      ...(source && { source }),
      ...(place && { place }),
      ...(token && { token }),
      ...(injectable && { injectable }),
    });
  }
  return needs;
}

/** Whether `@Service` stands on this very class. */
export function isService(token: Class | undefined): boolean {
  return typeof token === 'function' && (readRecord(token)?.services.length ?? 0) > 0;
}

/** Whether the parameters that begin the code, or those of its constructor, end in `...name`. */
function endsInRest({ text, method }: Asking): boolean {
  const start = method === undefined ? text.search(/\bconstructor\s*\(/) : 0;
  const parameters = start < 0 ? '' : text.slice(start, text.indexOf('{', start));
  return /\.\.\.\s*[\w$]+\s*\)\s*$/.test(parameters);
}

function narrowed(token: Class, use: UseRecord | undefined): Injectable | undefined {
  const injectable = injectableOf(token);
  if (injectable?.kind !== 'resource' || !use || use.operations.length === 0) return injectable;
  const has = (operation: string): boolean => injectable.operations.includes(operation);
  return {
    ...injectable,
    operations: use.operations.filter(has),
    unknown: [...injectable.unknown, ...use.operations.filter((operation) => !has(operation))],
  };
}
