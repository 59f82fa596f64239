import { describe, expect, test } from '@jest/globals';
import { createTelemetry, parseTraceparent, type TraceContext } from '../../src/telemetry/index.ts';
import { Written } from './written.ts';

const recorded = parseTraceparent(`00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`);
const dropped = parseTraceparent(`00-${'0'.repeat(31)}1-${'b'.repeat(16)}-00`);

async function decide(sampler: string, parent?: TraceContext, argument?: string): Promise<boolean> {
  const variables = {
    OTEL_TRACES_SAMPLER: sampler,
    OTEL_TRACES_SAMPLER_ARG: argument,
    OTEL_TRACES_EXPORTER: 'none',
  };
  const telemetry = await createTelemetry({
    service: 'orders',
    output: new Written(),
    register: false,
    variables,
  });
  const span = telemetry.start('work', { kind: 'server', parent });
  await telemetry.shutdown();
  return span.context.sampled;
}

describe('sampling', () => {
  test.each([
    ['always_on', undefined, true],
    ['always_on', dropped, true],
    ['always_off', undefined, false],
    ['always_off', recorded, false],
    ['parentbased_always_on', undefined, true],
    ['parentbased_always_on', dropped, false],
    ['parentbased_always_off', undefined, false],
    ['parentbased_always_off', recorded, true],
    ['PARENTBASED_ALWAYS_OFF', undefined, false],
    ['', undefined, true],
  ])('%s, with parent %p: %p', async (sampler, parent, expected) => {
    expect(await decide(sampler, parent)).toBe(expected);
  });

  test('a ratio of another’s trace is decided by the trace id, unless the parent decides', async () => {
    expect(await decide('traceidratio', dropped, '0.5')).toBe(false);
    expect(await decide('traceidratio', recorded, '0.5')).toBe(true);
    expect(await decide('traceidratio', recorded, '0.1')).toBe(false);
    expect(await decide('parentbased_traceidratio', recorded, '0')).toBe(true);
    expect(await decide('parentbased_traceidratio', dropped, '1')).toBe(false);
  });

  test('a ratio records about that share of new traces, whole traces only', async () => {
    const variables = { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.25' };
    const terminal = new Written();
    const telemetry = await createTelemetry({
      service: 'orders',
      output: terminal,
      register: false,
      variables,
    });
    let sampled = 0;
    for (let at = 0; at < 8000; at += 1) {
      const root = telemetry.start('GET /', { kind: 'server' });
      const child = telemetry.start('process Ask', { kind: 'consumer', parent: root.context });
      expect(child.context.sampled).toBe(root.context.sampled);
      expect(child.context.traceId).toBe(root.context.traceId);
      child.end();
      root.end();
      if (root.context.sampled) sampled += 1;
    }
    expect(sampled).toBeGreaterThan(1700);
    expect(sampled).toBeLessThan(2300);
    expect(terminal.lines).toHaveLength(sampled * 2);
    await telemetry.shutdown();
  });
});
