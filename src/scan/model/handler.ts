import type { AccessModel, HandlerModel, NeedModel, RouteModel, ScheduleModel } from '../../model/index.ts';
import type { RouteRecord, ScheduleRecord } from '../../decorators/index.ts';
import type { Place } from '../../errors/index.ts';
import type { Draft, HandlerDraft, NeedDraft } from '../draft/draft.ts';
import { sortedBy } from '../draft/order.ts';
import { decoratorPlace, routeDecorator } from '../draft/place.ts';
import { intervalOf } from '../interval.ts';
import { routeParameters } from '../route-path.ts';
import { eventName, eventNames, needModel } from './need.ts';

const defaultTimeout = 30_000;
const defaultRetries = 5;

export function handlerModel(draft: Draft, handler: HandlerDraft): HandlerModel {
  const { record, place } = handler;
  const handled = record.handles[0];
  const access = accessModel(handler);
  return {
    name: handler.name,
    method: record.name,
    event: handled ? eventName(draft, handled.event) : handler.name,
    replies: eventNames(draft, handled?.options.replies ?? []),
    ...(access && { access }),
    routes: sortedBy(record.routes, (route) => `${route.path} ${route.method}`).map((route) =>
      routeModel(route, handler),
    ),
    schedules: sortedBy(record.schedules, (schedule) => `${schedule.kind} ${schedule.expression}`).map(
      (schedule) =>
        scheduleModel(
          schedule,
          decoratorPlace(handler.service, record, schedule.kind === 'cron' ? 'Cron' : 'Every'),
        ),
    ),
    needs: needModels(draft, handler.needs),
    timeout: handled?.options.timeout ?? defaultTimeout,
    retries: handled?.options.retries ?? defaultRetries,
    ...(place && { place }),
  };
}

export function needModels(draft: Draft, needs: readonly NeedDraft[]): NeedModel[] {
  return needs.map((need) => needModel(draft, need)).filter((need) => need !== undefined);
}

function accessModel({ record }: HandlerDraft): AccessModel | undefined {
  const access = record.access[0];
  if (access?.kind !== 'authenticated') return access;
  const scopes = record.access.flatMap((each) => (each.kind === 'authenticated' ? each.scopes : []));
  return { kind: 'authenticated', scopes: sortedBy(new Set(scopes), (scope) => scope) };
}

function routeModel(route: RouteRecord, handler: HandlerDraft): RouteModel {
  const place = decoratorPlace(handler.service, handler.record, routeDecorator(route.method));
  return {
    method: route.method,
    path: route.path,
    parameters: routeParameters(route.path),
    ...(route.options.status !== undefined && { status: route.options.status }),
    ...(place && { place }),
  };
}

function scheduleModel(schedule: ScheduleRecord, place: Place | undefined): ScheduleModel {
  const at = place && { place };
  if (schedule.kind === 'cron') {
    return { kind: 'cron', expression: schedule.expression, timezone: schedule.timezone, ...at };
  }
  return {
    kind: 'every',
    expression: schedule.expression,
    milliseconds: intervalOf(schedule.expression) ?? 0,
    ...at,
  };
}
