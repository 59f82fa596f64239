import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Backend, bytes, kinds, startBackend } from '../plugins/sql/backend.ts';
import { RecordingTelemetry } from '../plugins/sql/telemetry.ts';

const parent = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) };

describe.each(kinds)('spans of a binding on %s', (kind) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await startBackend(kind);
    const binding = await backend.open();
    await binding.provision('keyValue', 'orders');
  });
  afterAll(() => backend.stop());

  test('a sampled call has one for the plugin and one for each statement', async () => {
    const telemetry = new RecordingTelemetry({ ...parent, sampled: true });
    const kv = (await backend.open({ telemetry })).keyValue('orders');
    await kv.set('the key', bytes('the value'));
    const [plugin, statement, ...more] = telemetry.spans;
    expect(more).toEqual([]);
    expect(plugin).toMatchObject({
      name: 'plugin sql set',
      kind: 'internal',
      parent: parent.spanId,
      ended: true,
      attributes: { 'code.function.name': 'wasi:keyvalue/store.set', 'remit.resource.name': 'orders' },
    });
    expect(statement).toMatchObject({ kind: 'client', parent: plugin?.id, ended: true });
    expect(statement?.name).toMatch(kind === 'sqlite' ? /^INSERT kv_orders$/u : /^SELECT kv_orders_set$/u);
    expect(statement?.attributes['db.system.name']).toBe(kind === 'sqlite' ? 'sqlite' : 'postgresql');
    const shown = JSON.stringify(telemetry.spans);
    expect(shown).not.toContain('the key');
    expect(shown).not.toContain('the value');
    expect(shown).not.toContain('for%20tests');
    expect(shown).not.toContain('for tests only');
  });

  test('a failing statement marks both', async () => {
    const telemetry = new RecordingTelemetry({ ...parent, sampled: true });
    const kv = (await backend.open({ telemetry })).keyValue('nothing');
    await expect(kv.get('a')).rejects.toMatchObject({ code: 'RMT2056' });
    expect(telemetry.spans.map(({ failed, ended }) => [failed !== undefined, ended])).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  test.each([
    ['not sampled', { ...parent, sampled: false }],
    ['without a trace', undefined],
  ])('a call %s has none', async (_, context) => {
    const telemetry = new RecordingTelemetry(context);
    const kv = (await backend.open({ telemetry })).keyValue('orders');
    await kv.set('a', bytes(''));
    await kv.get('a');
    expect(telemetry.spans).toEqual([]);
  });
});
