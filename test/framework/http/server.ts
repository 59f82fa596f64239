import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Min, ValidateNested } from 'class-validator';
import { RemitError } from '../../../src/errors/index.ts';
import type { Answer, Entry, Origin } from '../../../src/framework/dispatch/entry.ts';
import { type HttpOptions, type HttpServer, serveHttp } from '../../../src/framework/http/index.ts';
import type { AccessModel, HandlerModel, HttpMethod } from '../../../src/model/index.ts';
import { recordingTelemetry, type RecordingTelemetry } from '../../../src/telemetry/index.ts';
import { compilePayload } from '../../../src/validation/index.ts';

class Line {
  @IsString() product!: string;
}

export class PlaceOrder {
  @IsUUID() id!: string;
  @IsInt() @Min(1) quantity!: number;
  @IsOptional() @ValidateNested() @Type(() => Line) lines?: Line[];
}

export class ShowOrder {
  @IsString() id!: string;
  @IsOptional() @IsInt() page?: number;
}

export class ChangeOrder {
  @IsInt() id!: number;
  @IsOptional() @IsString() note?: string;
}

type Call = (payload: object, origin: Origin) => Promise<Answer | undefined>;

interface Shape {
  readonly routes: readonly (readonly [HttpMethod, string, number?])[];
  readonly access?: AccessModel;
}

export const everyone: AccessModel = { kind: 'public' };

/** An entry as the framework makes them, with a handler that is only a function. */
export function entry(name: string, target: new () => object, shape: Shape, call: Call): Entry {
  const handler: HandlerModel = {
    name,
    method: name,
    event: target.name,
    replies: [],
    ...(shape.access && { access: shape.access }),
    routes: shape.routes.map(([method, path, status]) => ({
      method,
      path,
      parameters: [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? ''),
      ...(status !== undefined && { status }),
    })),
    schedules: [],
    needs: [],
    timeout: 1000,
    retries: 0,
  };
  return { handler, payload: compilePayload(target), call };
}

/** Entries for every way a request can go. `origins` receives what handlers were told of their callers. */
export function entries(origins: Origin[] = []): readonly Entry[] {
  const echo: Call = async (payload, origin) => {
    origins.push(origin);
    return { event: 'Echo', body: { ...payload } };
  };
  const on = (...routes: Shape['routes']): Shape => ({ routes, access: everyone });
  const admin: AccessModel = { kind: 'authenticated', scopes: ['orders:read', 'orders:admin'] };
  return [
    entry('Ordering.place', PlaceOrder, on(['POST', '/orders']), echo),
    entry('Ordering.show', ShowOrder, on(['GET', '/orders/:id']), echo),
    entry('Ordering.change', ChangeOrder, on(['PUT', '/orders/:id']), echo),
    entry('Ordering.remove', ShowOrder, { routes: [['DELETE', '/orders/:id']], access: admin }, echo),
    entry('Ordering.queue', PlaceOrder, on(['POST', '/queue', 202]), async () => undefined),
    entry('Ordering.quiet', PlaceOrder, on(['POST', '/quiet']), async () => undefined),
    entry('Ordering.absent', ShowOrder, on(['GET', '/absent/:id']), async () => ({
      event: 'NoSuchOrder',
      body: { id: '7' },
      status: 404,
    })),
    entry('Ordering.throws', ShowOrder, on(['GET', '/throws/:id']), async () => {
      throw new TypeError('secret: /home/me/.env');
    }),
    entry('Ordering.hidden', ShowOrder, on(['GET', '/stored/:id']), async () => {
      throw new RemitError('RMT3011', 'orders/7 does not fit Order', { details: { key: 'secret' } });
    }),
    entry('Ordering.late', ShowOrder, on(['GET', '/late/:id']), async () => {
      throw new RemitError('RMT3030', 'Ordering.late took longer than 1000 ms.');
    }),
    entry('Ordering.unreachable', ShowOrder, { routes: [['GET', '/unreachable/:id']] }, echo),
  ];
}

export interface Running extends HttpServer {
  readonly telemetry: RecordingTelemetry;
}

/** A server on a free port of 127.0.0.1. */
export async function serve(
  list: readonly Entry[],
  options: Partial<Omit<HttpOptions, 'telemetry'>> = {},
): Promise<Running> {
  const telemetry = recordingTelemetry();
  const map = new Map(list.map((each) => [each.handler.name, each]));
  const server = await serveHttp(map, { host: '127.0.0.1', port: 0, telemetry, ...options });
  return { ...server, telemetry };
}
