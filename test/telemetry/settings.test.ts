import { describe, expect, test } from '@jest/globals';
import { createTelemetry } from '../../src/telemetry/index.ts';
import { Written } from './written.ts';

async function said(variables: Record<string, string>): Promise<readonly string[]> {
  const terminal = new Written();
  const telemetry = await createTelemetry({
    service: 'orders',
    output: terminal,
    register: false,
    variables,
  });
  await telemetry.shutdown();
  return terminal.lines.map((line) => line.replace(/^\S+ \S+\s+/u, ''));
}

describe('OTEL_* variables', () => {
  test.each([
    [
      { OTEL_TRACES_SAMPLER: 'jaeger_remote' },
      /OTEL_TRACES_SAMPLER should be .*`traceidratio`.*it is `jaeger_remote`/u,
    ],
    [
      { OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: 'half' },
      /_ARG should be a number from 0 to 1; it is `half`/u,
    ],
    [
      { OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '7' },
      /_ARG should be a number from 0 to 1/u,
    ],
    [{ OTEL_TRACES_EXPORTER: 'zipkin' }, /OTEL_TRACES_EXPORTER should be `otlp`, `console`, `none`/u],
    [
      { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc', OTEL_TRACES_EXPORTER: 'otlp' },
      /PROTOCOL should be `http\/protobuf`, `http\/json`/u,
    ],
    [{ OTEL_BSP_MAX_QUEUE_SIZE: '-5' }, /OTEL_BSP_MAX_QUEUE_SIZE should be a number from 1 on/u],
    [{ OTEL_METRIC_EXPORT_INTERVAL: 'often' }, /OTEL_METRIC_EXPORT_INTERVAL should be a number/u],
    [{ OTEL_PROPAGATORS: 'tracecontext,b3' }, /OTEL_PROPAGATORS should be .*it is `b3`/u],
    [{ OTEL_SDK_DISABLED: 'yes' }, /OTEL_SDK_DISABLED should be `true` or `false`/u],
    [{ OTEL_RESOURCE_ATTRIBUTES: 'team' }, /OTEL_RESOURCE_ATTRIBUTES should be a list like/u],
    [{ REMIT_LOG: 'loud' }, /REMIT_LOG should be/u],
  ])('%p is one warning line', async (variables, expected) => {
    const lines = await said(variables);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^telemetry {2}RMT3080 /u);
    expect(lines[0]).toMatch(expected);
  });

  test('what may hold a secret is not shown', async () => {
    const lines = await said({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'user:hunter2@nowhere',
      OTEL_EXPORTER_OTLP_HEADERS: '=hunter2',
      OTEL_TRACES_EXPORTER: 'otlp',
    });
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines.join('\n')).not.toContain('hunter2');
  });

  test('valid and empty ones say nothing', async () => {
    const valid = {
      OTEL_TRACES_SAMPLER: '',
      OTEL_PROPAGATORS: 'tracecontext,baggage',
      OTEL_BSP_SCHEDULE_DELAY: '10',
    };
    expect(await said(valid)).toEqual([]);
  });
});
