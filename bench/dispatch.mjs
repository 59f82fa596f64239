import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IsString } from 'class-validator';
import { app, Event, Handles, keyValue, only, Public, Reply, Service, sqlite, Uses } from '../dist/index.js';
import { MemoryBus, start } from '../dist/framework/index.js';
import { compileGuard } from '../dist/permissions/index.js';
import { scan } from '../dist/scan/index.js';
import { createTelemetry } from '../dist/telemetry/create.js';
import { memoryBinding } from '../dist/testing/memory-binding.js';
import { median, table } from './table.mjs';

const rounds = Number(process.env.ROUNDS ?? 15);
const calls = 50_000;

function decorate(decorators, target, property) {
  const descriptor = property === undefined ? undefined : Object.getOwnPropertyDescriptor(target, property);
  for (const decorator of decorators.toReversed()) decorator(target, property, descriptor);
}

class Item {}
decorate([IsString()], Item.prototype, 'name');
class Items extends keyValue('items', Item) {}
class ItemReader extends only(Items, 'exists') {}
class Ping {}
decorate([IsString()], Ping.prototype, 'text');
decorate([Event()], Ping);
class Pong {
  constructor(text) {
    this.text = text;
  }
}
decorate([IsString()], Pong.prototype, 'text');
decorate([Reply()], Pong);
class Tick {}
decorate([IsString()], Tick.prototype, 'text');
decorate([Event()], Tick);

class Echo {
  constructor(items) {
    this.items = items;
  }
  async ping({ text }) {
    return new Pong(text);
  }
  async tick() {}
}
decorate([Public(), Handles(Ping, { replies: [Pong] })], Echo.prototype, 'ping');
decorate([Public(), Handles(Tick)], Echo.prototype, 'tick');
Reflect.defineMetadata('design:paramtypes', [Ping], Echo.prototype, 'ping');
Reflect.defineMetadata('design:paramtypes', [Tick], Echo.prototype, 'tick');
Uses(ItemReader)(Echo, undefined, 0);
Reflect.defineMetadata('design:paramtypes', [ItemReader], Echo);
decorate([Service()], Echo);

const scanned = scan(app('bench', { services: [Echo], environments: { dev: { resources: [sqlite()] } } }));

async function opened(ratio) {
  const telemetry = await createTelemetry({
    service: 'bench',
    register: false,
    variables: {
      OTEL_TRACES_SAMPLER: 'traceidratio',
      OTEL_TRACES_SAMPLER_ARG: String(ratio),
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    },
    output: { write() {}, flush: async () => {}, close() {} },
  });
  const folder = mkdtempSync(join(tmpdir(), 'remit-bench-'));
  const running = await start(scanned, {
    environment: 'dev',
    variables: {},
    data: folder,
    cache: folder,
    telemetry,
    open: async () => memoryBinding(),
    bus: new MemoryBus(telemetry),
  });
  return { running, telemetry };
}

const unsampled = await opened(0);
const ping = unsampled.running.entries.get('Echo.ping');
const tick = unsampled.running.entries.get('Echo.tick');
const payload = ping.payload.parse({ text: 'x' });
const empty = tick.payload.parse({ text: 'x' });
// As HTTP sends: with the trace of its caller, which is not sampled.
const parent = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', sampled: false };
const origin = { sender: 'http', parent };
const echo = new Echo();
const guard = compileGuard(scanned.model);

async function nanoseconds(work) {
  const before = process.hrtime.bigint();
  for (let at = 0; at < calls; at += 1) await work();
  return Number(process.hrtime.bigint() - before) / calls;
}

function guardNanoseconds() {
  let allowed = 0;
  const before = process.hrtime.bigint();
  for (let at = 0; at < calls; at += 1) {
    if (guard.allows('Echo', 'Echo.ping', 'items', at % 2 === 0 ? 'exists' : 'delete')) allowed += 1;
  }
  if (allowed !== calls / 2) throw new Error('the guard judged wrongly');
  return Number(process.hrtime.bigint() - before) / calls;
}

const works = {
  'bare async call': () => echo.ping(payload),
  'dispatch, no answer': () => tick.call(empty, origin),
  'dispatch, validated answer': () => ping.call(payload, origin),
};
const times = Object.fromEntries([...Object.keys(works), 'guard, one judgement'].map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, work] of Object.entries(works)) times[name].push(await nanoseconds(work));
  times['guard, one judgement'].push(guardNanoseconds());
}
const bare = median(times['bare async call']);
console.log(
  table(
    Object.entries(times).map(([name, values]) => ({
      what: name,
      'ns, median': Math.round(median(values)),
      'ns, least': Math.round(Math.min(...values)),
      'ns over the bare call': name.startsWith('dispatch') ? Math.round(median(values) - bare) : '–',
      'times the bare call': name.startsWith('dispatch') ? (median(values) / bare).toFixed(1) : '–',
    })),
  ),
);
await unsampled.running.close();
await unsampled.telemetry.shutdown();
