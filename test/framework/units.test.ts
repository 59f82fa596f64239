import { afterEach, expect, test } from '@jest/globals';
import { IsString } from 'class-validator';
import {
  app,
  Event,
  EventSent,
  Handles,
  Public,
  Reply,
  Service,
  sqlite,
} from '../../src/decorators/index.ts';
import { type Running, start } from '../../src/framework/index.ts';
import { asks, emits, keyValue, only } from '../../src/interfaces/index.ts';
import { scan } from '../../src/scan/index.ts';
import { recordingTelemetry } from '../../src/telemetry/recording.ts';
import { memoryBinding } from '../../src/testing/memory-binding.ts';
import { removeTemporary, temporary } from './harness.ts';
import { until } from './bus/outgoing.ts';

@Event()
class Order {
  @IsString() id!: string;
}
@Event({ processors: 'many' })
class Ordered {
  @IsString() id!: string;
}
@Event()
class Count {
  @IsString() id!: string;
}
@Reply()
class Counted {
  @IsString() id = 'many';
}
abstract class Tells extends emits(Ordered) {}
abstract class Counts extends asks(Count, Counted) {}
abstract class Parcels extends keyValue('parcels', Order) {}
abstract class ParcelBook extends only(Parcels, 'set') {}

const shipped: string[] = [];
const audited: string[] = [];

@Service()
class Shop {
  @Public()
  @Handles(Order)
  async order({ id }: Order, tells: Tells): Promise<void> {
    tells.emit(Object.assign(new Ordered(), { id }));
  }
}
@Service()
class Shipping {
  constructor(private readonly parcels: ParcelBook) {}

  @Handles(Ordered)
  async ship({ id }: Ordered): Promise<void> {
    await this.parcels.set(id, Object.assign(new Order(), { id }));
    shipped.push(id);
  }
  @Handles(Count, { replies: [Counted] })
  async count(): Promise<Counted> {
    return new Counted();
  }
  @Handles(EventSent)
  async audit({ command }: EventSent): Promise<void> {
    audited.push(command);
  }
}
@Service()
class Curious {
  constructor(readonly counts: Counts) {}
}

const environments = { dev: { resources: [sqlite()] } };
const application = scan(
  app('shop', { units: { web: [Shop], jobs: [Shipping], odd: [Curious] }, environments }),
);
const processes: Running[] = [];
const telemetry = recordingTelemetry();

afterEach(async () => {
  await Promise.all(processes.splice(0).map((each) => each.close()));
  removeTemporary();
});

async function run(unit: string, data: string): Promise<{ running: Running; opened: string[] }> {
  const opened: string[] = [];
  const running = await start(application, {
    environment: 'dev',
    unit,
    variables: {},
    data,
    cache: temporary(),
    telemetry,
    open: async ({ interfaces }) => {
      opened.push(...(interfaces ?? []));
      return memoryBinding();
    },
  });
  processes.push(running);
  return { running, opened };
}

test('each process runs its own services; the shared log carries events between them', async () => {
  const data = temporary();
  const web = await run('web', data);
  const order = web.running.entries.get('Shop.order')!;
  await order.call(order.payload.parse({ id: 'one' }), { sender: 'cli' });
  const jobs = await run('jobs', data);
  await until(() => shipped.length === 1);
  await order.call(order.payload.parse({ id: 'two' }), { sender: 'cli' });
  await until(() => shipped.length === 2);
  expect(shipped).toEqual(['one', 'two']);
  expect([...web.running.entries.keys()]).toEqual(['Shop.order']);
  expect([...jobs.running.entries.keys()]).toEqual(['Shipping.audit', 'Shipping.count', 'Shipping.ship']);
  expect([web.opened, jobs.opened]).toEqual([[], ['keyValue']]);
  expect(audited).toEqual([]);
  expect(telemetry.logs).toEqual([]);
});

test('a unit that is none, and one that asks another, do not start', async () => {
  await expect(run('wep', temporary())).rejects.toMatchObject({
    code: 'RMT3044',
    message: 'There is no unit wep; there is jobs, odd, web.',
  });
  await expect(run('toString', temporary())).rejects.toMatchObject({ code: 'RMT3044' });
  await expect(run('odd', temporary())).rejects.toMatchObject({
    code: 'RMT3045',
    message: 'Curious of the unit odd asks Count through Counts, and Shipping.count runs in another unit.',
  });
});
