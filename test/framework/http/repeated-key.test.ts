import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { IsString } from 'class-validator';
import { Event, Handles, Post, Public, Service } from '../../../src/decorators/index.ts';
import { LogBus } from '../../../src/framework/bus/log/log-bus.ts';
import { serveHttp } from '../../../src/framework/http/index.ts';
import { emits } from '../../../src/interfaces/index.ts';
import { recordingTelemetry } from '../../../src/telemetry/index.ts';
import { removeTemporary, started, temporary } from '../harness.ts';

@Event()
class Order {
  @IsString() of!: string;
}
@Event({ processors: 'many' })
class Ordered {
  @IsString() of!: string;
}
abstract class Tells extends emits(Ordered) {}

const placed: string[] = [];
const shipped: string[] = [];

@Service()
class Shop {
  @Post('/orders')
  @Public()
  @Handles(Order)
  async order({ of }: Order, tells: Tells): Promise<void> {
    placed.push(of);
    tells.emit(Object.assign(new Ordered(), { of }));
  }

  @Handles(Ordered)
  async ship({ of }: Ordered): Promise<void> {
    shipped.push(of);
  }
}

afterEach(removeTemporary);

test("a key that two callers use swallows neither's events; a repeated request is handled again and told once", async () => {
  const telemetry = recordingTelemetry();
  const { running } = await started([Shop], {
    telemetry,
    bus: new LogBus(join(temporary(), 'events.db'), telemetry),
  });
  const server = await serveHttp(running.entries, { host: '127.0.0.1', port: 0, telemetry });
  const order = async (of: string): Promise<void> => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': '1' };
    await fetch(`${server.address}/orders`, { method: 'POST', headers, body: JSON.stringify({ of }) });
  };
  for (const name of ['tea', 'ink', 'tea']) await order(name);
  while (shipped.length < 2) await new Promise((resolve) => setImmediate(resolve));
  await server.close();
  await running.close();
  expect(placed).toEqual(['tea', 'ink', 'tea']);
  expect(shipped.toSorted()).toEqual(['ink', 'tea']);
});
