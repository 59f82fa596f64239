// POST with a validated body: Remit with everything on and every trace exported, against its peers.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import { serve } from './server.mjs';
import { median, table } from './table.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const rounds = Number(process.env.ROUNDS ?? 5);
const seconds = Number(process.env.SECONDS ?? 4);
const warming = Number(process.env.WARMING ?? 4);

function compiled(source) {
  const target = join(here, 'http', source.replace(/\.ts$/, '.build.mjs'));
  const { code } = transformSync(readFileSync(join(here, 'http', source), 'utf8'), {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
    module: { type: 'es6' },
  });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
  return target;
}

const sink = await serve(1, [join(here, 'http/sink.mjs')]);
const otel = {
  OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${sink.port}`,
  OTEL_TRACES_SAMPLER: 'always_on',
  OTEL_SERVICE_NAME: 'bench',
  OTEL_BSP_MAX_QUEUE_SIZE: '65536',
  OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '2048',
  OTEL_BSP_SCHEDULE_DELAY: '200',
};
const traced = [
  '--import',
  '@opentelemetry/auto-instrumentations-node/register',
  '--experimental-loader=@opentelemetry/instrumentation/hook.mjs',
  '--no-warnings',
];

const servers = {
  'bare Fastify': { args: [join(here, 'http/fastify.mjs')] },
  'Fastify + class-validator': { args: [join(here, 'http/fastify-validated.mjs')] },
  'NestJS-Fastify': { args: [compiled('nest.ts')] },
  'NestJS-Fastify, traced 100 %': { args: [...traced, compiled('nest.ts')], env: otel },
  'Remit, unsampled': {
    args: [join(here, '../dist/cli/main.js'), 'start', join(here, 'http/app.ts'), '--env', 'dev'],
    env: { ...otel, OTEL_TRACES_SAMPLER: 'always_off', PORT: '0' },
  },
  'Remit, traced 100 %': {
    args: [join(here, '../dist/cli/main.js'), 'start', join(here, 'http/app.ts'), '--env', 'dev'],
    env: { ...otel, PORT: '0' },
  },
};

function load(port, duration) {
  const output = execFileSync(
    'taskset',
    [
      '-c',
      '1',
      'wrk',
      '-t1',
      '-c32',
      `-d${duration}s`,
      '-s',
      join(here, 'http/post.lua'),
      `http://127.0.0.1:${port}/orders`,
    ],
    { encoding: 'utf8' },
  );
  if (/Non-2xx/.test(output)) throw new Error(output);
  return {
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)[1]),
    total: Number(/(\d+) requests in/.exec(output)[1]),
  };
}

/** Milliseconds of processor time that a process has used, in user and system mode, all threads. */
function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const count = async () => (await fetch(`http://127.0.0.1:${sink.port}/count`)).json();
const results = Object.fromEntries(
  Object.keys(servers).map((name) => [name, { rates: [], costs: [], exported: [] }]),
);
for (let round = 0; round < rounds; round += 1) {
  for (const [name, { args, env }] of Object.entries(servers)) {
    const server = await serve(0, args, { env });
    load(server.port, warming);
    await count();
    const before = processorTime(server.pid);
    const { rate, total } = load(server.port, seconds);
    results[name].costs.push(((processorTime(server.pid) - before) * 1000) / total);
    await server.stop();
    results[name].rates.push(rate);
    results[name].exported.push((await count()).bytes / total);
  }
}
await sink.stop();

const bare = results['bare Fastify'];
const nest = results['NestJS-Fastify, traced 100 %'];
const times = (values, others) => median(values.map((value, round) => value / others[round])).toFixed(2);
console.log(
  table(
    Object.entries(results).map(([server, { rates, costs, exported }]) => ({
      server,
      'requests/s': Math.round(median(rates)),
      '× bare Fastify': times(rates, bare.rates),
      '× NestJS traced': times(rates, nest.rates),
      'CPU µs a request': median(costs).toFixed(1),
      '× bare Fastify by CPU': times(bare.costs, costs),
      '× NestJS traced by CPU': times(nest.costs, costs),
      'OTLP bytes a request': Math.round(median(exported)),
    })),
  ),
);
