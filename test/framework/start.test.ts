import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { IsString } from 'class-validator';
import {
  app,
  env,
  Event,
  Handles,
  jwt,
  postgres,
  Public,
  Service,
  sqlite,
} from '../../src/decorators/index.ts';
import { DiagnosticsError, RemitError } from '../../src/errors/index.ts';
import { type OpenBinding, provision, start, type StartOptions } from '../../src/framework/index.ts';
import type { Binding } from '../../src/host/index.ts';
import { scan } from '../../src/scan/index.ts';
import { recordingTelemetry } from '../../src/telemetry/recording.ts';
import { memoryBinding } from '../../src/testing/memory-binding.ts';
import { application, removeTemporary, temporary } from './harness.ts';
import { Shop } from './shop.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });

@Event()
class Ping {
  @IsString() text!: string;
}
@Service()
class Broken {
  constructor() {
    throw new Error('no');
  }
  @Public()
  @Handles(Ping)
  async ping(): Promise<void> {}
}

interface Watched {
  readonly open: OpenBinding;
  readonly events: string[];
}

/** Bindings that write down what happens to them. */
function watched(fault?: (event: string) => void): Watched {
  const events: string[] = [];
  const note = (event: string): void => {
    events.push(event);
    fault?.(event);
  };
  return {
    events,
    open: async ({ provider, values }) => {
      note(`open ${provider.provider} ${JSON.stringify(values)}`);
      const binding: Binding = memoryBinding();
      return {
        ...binding,
        provision: async (kind, resource) => note(`provision ${kind} ${resource}`),
        health: async () => note(`health ${provider.provider}`),
        close: async () => note(`close ${provider.provider}`),
      };
    },
  };
}

function options(open: OpenBinding, more: Partial<StartOptions> = {}): StartOptions {
  return {
    environment: 'dev',
    variables: {},
    data: temporary(),
    cache: temporary(),
    telemetry: recordingTelemetry(),
    open,
    ...more,
  };
}

describe('start', () => {
  afterEach(removeTemporary);

  test('opens, provisions and checks the embedded database, in this order; close closes it once', async () => {
    const { open, events } = watched();
    const data = temporary();
    const running = await start(scan(application(Shop)), options(open, { data }));
    expect([...running.entries.keys()].toSorted()).toEqual([
      'Shop.ask',
      'Shop.look',
      'Shop.paper',
      'Shop.stock',
    ]);
    await Promise.all([running.close(), running.close()]);
    expect(events).toEqual([
      `open sqlite {"file":${JSON.stringify(join(data, 'remit.db'))}}`,
      'provision keyValue items',
      'provision blobs papers',
      'health sqlite',
      'close sqlite',
    ]);
  });

  test('a declaration that is refused stops the start, and closes what was opened', async () => {
    let closed = 0;
    const refused = new RemitError('RMT2100', 'The deploy face of test declares more.');
    const open = async (): Promise<Binding> => ({
      ...memoryBinding(),
      grants: () => Promise.reject(refused),
      close: async () => void closed++,
    });
    await expect(start(scan(application(Shop)), options(open))).rejects.toBe(refused);
    expect(closed).toBe(1);
  });

  test('keeps accepted events in the data folder, for the next start', async () => {
    const data = join(temporary(), 'made', 'here');
    const { open } = watched();
    const first = await start(scan(application(Shop)), options(open, { data }));
    await first.close();
    const second = await start(scan(application(Shop)), options(open, { data }));
    await second.close();
  });

  const prod = app('test', {
    services: [Shop],
    environments: {
      dev: { resources: [sqlite()] },
      prod: {
        auth: jwt({ key: env('JWT_KEY') }),
        resources: [postgres({ url: env('DATABASE_URL'), role: env('ROLE', 'app') })],
      },
    },
  });

  test('names every missing variable at once: RMT3040', async () => {
    const { open, events } = watched();
    const failure = await start(
      scan(prod),
      options(open, { environment: 'prod', variables: { DATABASE_URL: '' } }),
    ).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DiagnosticsError);
    expect((failure as DiagnosticsError).diagnostics).toEqual([
      expect.objectContaining({ code: 'RMT3040', message: expect.stringContaining('DATABASE_URL') }),
      expect.objectContaining({ code: 'RMT3040', message: expect.stringContaining('JWT_KEY') }),
    ]);
    expect(events).toEqual([]);
  });

  test('a server is provisioned only when asked', async () => {
    const variables = { DATABASE_URL: 'postgres://db', JWT_KEY: 'k' };
    const plain = watched();
    await (await start(scan(prod), options(plain.open, { environment: 'prod', variables }))).close();
    expect(plain.events).toEqual([
      'open postgres {"url":"postgres://db","role":"app"}',
      'health postgres',
      'close postgres',
    ]);
    const asked = watched();
    const more = { environment: 'prod', variables: { ...variables, REMIT_PROVISION: '1' } };
    await (await start(scan(prod), options(asked.open, more))).close();
    expect(asked.events).toContain('provision keyValue items');
    const alone = watched();
    await provision(scan(prod), options(alone.open, { environment: 'prod', variables }));
    expect(alone.events.slice(1)).toEqual([
      'provision keyValue items',
      'provision blobs papers',
      'close postgres',
    ]);
  });

  test('an unknown environment is RMT3041 and names those there are', async () => {
    await expect(start(scan(prod), options(watched().open, { environment: 'test' }))).rejects.toMatchObject({
      code: 'RMT3041',
      message: expect.stringContaining('dev, prod'),
    });
  });

  test.each([
    ['provisioning', 'provision blobs papers'],
    ['the health check', 'health sqlite'],
  ])('a fault in %s closes what was opened', async (_what, at) => {
    const own = new Error('fault');
    const { open, events } = watched((event) => {
      if (event === at) throw own;
    });
    await expect(start(scan(application(Shop)), options(open))).rejects.toBe(own);
    expect(events.at(-1)).toBe('close sqlite');
  });

  test('a constructor that fails is RMT3042, and bindings are closed', async () => {
    const { open, events } = watched();
    await expect(start(scan(application(Broken, Shop)), options(open))).rejects.toMatchObject({
      code: 'RMT3042',
      message: expect.stringContaining('Broken'),
      cause: expect.objectContaining({ message: 'no' }),
    });
    expect(events.at(-1)).toBe('close sqlite');
  });

  test('a data folder that it makes is for its own user alone', async () => {
    const data = join(temporary(), 'made', 'data');
    const running = await start(scan(application(Shop)), options(watched().open, { data }));
    await running.close();
    expect(statSync(data).mode & 0o777).toBe(0o700);
  });

  test('a data folder that cannot be made is RMT3043, a damaged log RMT3033', async () => {
    const file = join(temporary(), 'file');
    writeFileSync(file, '');
    await expect(
      start(scan(application(Shop)), options(watched().open, { data: join(file, 'data') })),
    ).rejects.toEqual(code('RMT3043'));
    const data = temporary();
    writeFileSync(join(data, 'events.db'), 'x'.repeat(5000));
    const { open, events } = watched();
    await expect(start(scan(application(Shop)), options(open, { data }))).rejects.toEqual(code('RMT3033'));
    expect(events.at(-1)).toBe('close sqlite');
  });

  test('close waits for handlers that run, then takes no more', async () => {
    const { open } = watched();
    const running = await start(scan(application(Shop)), options(open));
    const stock = running.entries.get('Shop.stock')!;
    const answer = stock.call(stock.payload.parse({ name: 'tea', left: 1 }), { sender: 'http' });
    const closed = running.close();
    expect(await answer).toMatchObject({ event: 'Stocked' });
    await closed;
    await expect(
      stock.call(stock.payload.parse({ name: 'tea', left: 1 }), { sender: 'http' }),
    ).rejects.toEqual(code('RMT3035'));
  });
});
