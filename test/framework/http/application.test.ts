import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { IsInt, IsString, Min } from 'class-validator';
import { Event, Get, Handles, Post, Public, Reply, Service } from '../../../src/decorators/index.ts';
import { type HttpServer, serveHttp } from '../../../src/framework/http/index.ts';
import { EventContext, keyValue, only } from '../../../src/interfaces/index.ts';
import { removeTemporary, started, type Started } from '../harness.ts';

class Item {
  @IsString() name!: string;
  @IsInt() @Min(1) left!: number;
}

abstract class Items extends keyValue('items', Item) {}
abstract class Stock extends only(Items, 'get', 'set') {}

@Event()
class Put extends Item {}

@Event()
class Look {
  @IsString() name!: string;
}

@Event()
class Wait {}

@Event()
class Break {}

@Event({ processors: 'many' })
class Stocked {
  @IsString() name!: string;
}

@Reply({ status: 404 })
class Missing {
  @IsString() name!: string;
  constructor(item: string) {
    this.name = item;
  }
}

@Reply()
class Found extends Item {}

const heard: string[] = [];

@Service()
class Shop {
  private readonly stock: Stock;
  constructor(stock: Stock) {
    this.stock = stock;
  }

  @Post('/items')
  @Public()
  @Handles(Put, { replies: [Stocked] })
  async put(item: Put, context: EventContext): Promise<Stocked> {
    await this.stock.set(item.name, item);
    heard.push(context.id);
    return Object.assign(new Stocked(), { name: item.name });
  }

  @Get('/items/:name')
  @Public()
  @Handles(Look, { replies: [Found, Missing] })
  async look({ name }: Look): Promise<Found | Missing> {
    const item = await this.stock.get(name);
    return item ? Object.assign(new Found(), item) : new Missing(name);
  }

  @Post('/wait')
  @Public()
  @Handles(Wait, { timeout: 50 })
  wait(_wait: Wait): Promise<void> {
    return new Promise(() => undefined);
  }

  @Post('/break')
  @Public()
  @Handles(Break)
  break(_break: Break): void {
    throw new TypeError('a secret of the handler');
  }
}

let shop: Started;
let server: HttpServer;

beforeAll(async () => {
  shop = await started([Shop]);
  const { telemetry, running } = shop;
  server = await serveHttp(running.entries, { host: '127.0.0.1', port: 0, telemetry });
});
afterAll(async () => {
  await server.close();
  await shop.running.close();
  removeTemporary();
});
beforeEach(() => {
  heard.length = 0;
  shop.telemetry.clear();
});

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(server.address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

test("a key of the caller that no store takes is the caller's to mend, and names no resource", async () => {
  const answer = await fetch(`${server.address}/items/%00`);
  expect(answer.status).toBe(400);
  const text = await answer.text();
  expect(JSON.parse(text)).toMatchObject({
    code: 'RMT3014',
    detail: expect.stringMatching(/^A key or name is /),
  });
  expect(text).not.toContain('items');
});

test('a request is validated, handled, stored and answered', async () => {
  const placed = await post('/items', { name: 'tea', left: 2 }, { 'idempotency-key': 'k-1' });
  expect(placed.status).toBe(201);
  expect(await placed.json()).toEqual({ name: 'tea' });
  expect(heard).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  const found = await fetch(`${server.address}/items/tea`);
  expect(found.status).toBe(200);
  expect(await found.json()).toEqual({ name: 'tea', left: 2 });
  const missing = await fetch(`${server.address}/items/ink`);
  expect(missing.status).toBe(404);
  expect(await missing.json()).toEqual({ name: 'ink' });
});

test('the span of the event is a child of the span of the request', async () => {
  await post('/items', { name: 'tea', left: 2 });
  const named = (name: string): unknown => shop.telemetry.spans.find((span) => span.name === name);
  const request = named('POST /items') as { context: { spanId: string; traceId: string } };
  expect(named('process Put')).toMatchObject({
    parent: { spanId: request.context.spanId },
    context: { traceId: request.context.traceId },
  });
});

test('a handler that never ends is 504, one that throws is 500, and both are told by code', async () => {
  const late = await post('/wait', {});
  expect(late.status).toBe(504);
  expect(await late.json()).toMatchObject({ code: 'RMT3030', status: 504 });
  const broken = await post('/break', {});
  expect(broken.status).toBe(500);
  const text = await broken.text();
  expect(JSON.parse(text)).toMatchObject({ code: 'RMT4013', title: 'Internal error' });
  expect(text).not.toContain('secret');
  expect(shop.telemetry.logs.map((line) => line.message)).toContain('a secret of the handler');
});
