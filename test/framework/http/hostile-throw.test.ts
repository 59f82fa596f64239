import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { IsIn } from 'class-validator';
import { Event, Handles, Post, Public, Service } from '../../../src/decorators/index.ts';
import { type HttpServer, serveHttp } from '../../../src/framework/http/index.ts';
import { emits } from '../../../src/interfaces/index.ts';
import { until } from '../bus/outgoing.ts';
import { removeTemporary, started, type Started } from '../harness.ts';

function proxy(): object {
  return new Proxy(
    {},
    {
      getPrototypeOf: () => {
        throw new Error('trap');
      },
    },
  );
}

function silent(): Error {
  return Object.defineProperty(new Error('seen'), 'message', {
    get: () => {
      throw new Error('getter');
    },
  });
}

const thrown: Readonly<Record<string, () => unknown>> = {
  proxy,
  silent,
  stackless: () => Object.assign(new Error('text'), { stack: 7, message: 7 }),
  nameless: () => Object.assign(new Error('text'), { name: Symbol('odd') }),
  bare: () => Object.create(null) as unknown,
  stubborn: () => ({ toString: () => Promise.reject(new Error('no')), [Symbol.toPrimitive]: proxy }),
};
const kinds = Object.keys(thrown);

@Event()
class Ask {
  @IsIn(kinds) kind!: string;
}
@Event()
class Pass {
  @IsIn(kinds) kind!: string;
}
@Event({ processors: 'many' })
class Passed {
  @IsIn(kinds) kind!: string;
}
abstract class Passes extends emits(Passed) {}

@Service()
class Hostile {
  @Post('/ask')
  @Public()
  @Handles(Ask)
  async ask({ kind }: Ask): Promise<void> {
    throw thrown[kind]?.();
  }

  @Post('/pass')
  @Public()
  @Handles(Pass)
  async pass({ kind }: Pass, passes: Passes): Promise<void> {
    passes.emit(Object.assign(new Passed(), { kind }));
  }

  @Handles(Passed, { retries: 0 })
  async passed({ kind }: Passed): Promise<void> {
    throw thrown[kind]?.();
  }
}

let shop: Started;
let server: HttpServer;

beforeAll(async () => {
  shop = await started([Hostile]);
  const { telemetry, running } = shop;
  server = await serveHttp(running.entries, { host: '127.0.0.1', port: 0, telemetry });
});
afterAll(async () => {
  await server.close();
  await shop.running.close();
  removeTemporary();
});

function post(path: string, kind: string): Promise<Response> {
  return fetch(`${server.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind }),
  });
}

test.each(kinds)('what a handler throws is answered with 500, whatever it is: %s', async (kind) => {
  const answer = await post('/ask', kind);
  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({ code: 'RMT4013' });
});

test.each(kinds)('a delivery that throws it becomes a dead letter: %s', async (kind) => {
  const before = shop.bus.deadLetters.length;
  expect((await post('/pass', kind)).status).toBe(204);
  await until(() => shop.bus.deadLetters.length > before);
  expect(shop.bus.deadLetters.at(-1)).toMatchObject({
    handler: 'Hostile.passed',
    message: expect.any(String),
  });
});
