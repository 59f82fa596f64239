import { type MethodRecord, readRecord } from '../../decorators/index.ts';
import type { Class } from '../../interfaces/index.ts';
import type { SourceIndex } from '../sources.ts';
import type { HandlerDraft, NeedDraft, ServiceDraft } from './draft.ts';
import { prototypeOf } from './metadata.ts';
import { readNeeds } from './need.ts';
import { sortedBy } from './order.ts';

/** Reads one listed class: its constructor's needs, and its handlers with theirs. */
export function readService(target: Class, unit: string, sources: SourceIndex): ServiceDraft {
  const record = readRecord(target);
  const source = sources.classSource(target);
  const needs: NeedDraft[] = [];
  const handlers: HandlerDraft[] = [];
  const service: ServiceDraft = {
    class: target,
    name: record?.services[0]?.name ?? target.name,
    unit,
    record,
    needs,
    handlers,
    ...(source && { source, place: source.place }),
  };
  needs.push(
    ...readNeeds({
      service,
      length: target.length,
      text: codeOf(target),
      parameters: source?.constructorParameters,
      place: source?.place,
      first: 0,
    }),
  );
  const methods = [...(record?.methods.values() ?? [])].filter(
    (method) => !method.static && (method.handles.length > 0 || method.schedules.length > 0),
  );
  for (const method of sortedBy(methods, (each) => each.name)) handlers.push(readHandler(service, method));
  return service;
}

function readHandler(service: ServiceDraft, record: MethodRecord): HandlerDraft {
  const source = service.source?.methods.find((method) => method.name === record.name && !method.static);
  const place = source?.place ?? service.place;
  const handled = record.handles[0];
  const method = methodOf(service.class, record.name);
  const needs: NeedDraft[] = [];
  const handler: HandlerDraft = {
    service,
    name: `${service.name}.${record.name}`,
    record,
    needs,
    ...(source && { source }),
    ...(place && { place }),
    ...(handled && { event: handled.event }),
  };
  needs.push(
    ...readNeeds({
      service,
      handler,
      method: record.name,
      length: method?.length ?? 0,
      text: method ? codeOf(method) : '',
      parameters: source?.parameters,
      place,
      first: handled ? 1 : 0,
    }),
  );
  return handler;
}

function methodOf(target: Class, name: string): Function | undefined {
  const method: unknown = Object.getOwnPropertyDescriptor(prototypeOf(target), name)?.value;
  return typeof method === 'function' ? method : undefined;
}

function codeOf(code: Class | Function): string {
  return Function.prototype.toString.call(code);
}
