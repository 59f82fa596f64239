import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { removeTemporary, started, type Started } from '../framework/harness.ts';
import { inside, Keeper } from './vault.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });
// oxlint-disable-next-line typescript/no-explicit-any -- these tests do what types forbid
type Anything = any;

describe('a guarded handle', () => {
  let app: Started;

  beforeEach(async () => {
    app = await started([Keeper]);
    inside.fill = async (writer) => writer.set('a', { owner: 'ann', level: 1 });
    await app.call('Keeper.fill', { key: 'a' });
  });

  afterEach(async () => {
    await app.running.close();
    removeTemporary();
  });

  /** Runs `work` with a handler's reader and the constructor's, and resolves with what it returns. */
  async function open(work: (reader: Anything, own: Anything) => unknown): Promise<unknown> {
    let result: unknown;
    inside.open = async (reader, _key, own) => {
      result = await work(reader, own);
    };
    await app.call('Keeper.open', { key: 'a' });
    return result;
  }

  test('calls what was granted', async () => {
    expect(await open((reader) => reader.get('a'))).toEqual({ owner: 'ann', level: 1 });
    expect(await open((_reader, own) => own.getMany(['b', 'a']))).toEqual([
      undefined,
      { owner: 'ann', level: 1 },
    ]);
  });

  test.each([
    ['as any', (reader: Anything) => reader.set('a', { owner: 'eve', level: 9 })],
    ['by brackets', (reader: Anything) => reader['delete']('a')],
    [
      'by its prototype',
      (reader: Anything) => Object.getPrototypeOf(reader).set('a', { owner: 'eve', level: 9 }),
    ],
    ['by call', (reader: Anything) => Object.getPrototypeOf(reader).delete.call(reader, 'a')],
    ['by apply', (reader: Anything) => Reflect.apply(reader.swap, reader, ['a', (value: unknown) => value])],
  ])('refuses what was not granted: %s', async (_how, work) => {
    await expect(open(work)).rejects.toEqual(code('RMT3001'));
    await expect(open((_reader, own) => work(own))).rejects.toEqual(code('RMT3001'));
    expect(await open((reader) => reader.get('a'))).toEqual({ owner: 'ann', level: 1 });
  });

  test('tells a refusal: typed error, span event and log line name service, resource and operation', async () => {
    app.telemetry.clear();
    await expect(open((reader) => reader.delete('a'))).rejects.toEqual(
      expect.objectContaining({
        code: 'RMT3001',
        details: { service: 'Keeper', resource: 'vault', operation: 'delete' },
        message: expect.stringContaining('Keeper.open may not call delete on vault'),
      }),
    );
    const named = {
      'remit.service': 'Keeper',
      'remit.resource.name': 'vault',
      'remit.resource.operation': 'delete',
    };
    const span = app.telemetry.spans.find(({ name }) => name === 'process Open');
    expect(span?.events).toContainEqual(
      expect.objectContaining({ name: 'remit.operation.refused', attributes: named }),
    );
    expect(app.telemetry.logs).toContainEqual(
      expect.objectContaining({ level: 'error', sentBy: 'Keeper.open', attributes: named }),
    );
  });

  test('has no constructor, no prototype chain, no own properties and cannot be changed', async () => {
    await open((reader) => {
      expect(reader.constructor).toBeUndefined();
      expect('constructor' in reader).toBe(false);
      expect(Reflect.ownKeys(reader)).toEqual([]);
      const prototype = Object.getPrototypeOf(reader);
      expect(Object.getPrototypeOf(prototype)).toBeNull();
      expect(Object.isFrozen(prototype)).toBe(true);
      expect(Object.isFrozen(reader)).toBe(true);
      expect(() => Object.setPrototypeOf(reader, {})).toThrow(TypeError);
      expect(() => Object.assign(prototype, { set: prototype.get })).toThrow(TypeError);
      for (const key of Reflect.ownKeys(prototype)) {
        const descriptor = Object.getOwnPropertyDescriptor(prototype, key)!;
        if (typeof descriptor.value !== 'function') continue;
        expect(Object.isFrozen(descriptor.value)).toBe(true);
        expect(descriptor.value.prototype).toBeUndefined();
      }
    });
  });

  test('a method of one need does not reach the target of another', async () => {
    let writer: Anything;
    inside.fill = async (held) => {
      writer = held;
      await open((reader, own) => {
        expect(() => writer.set.call(reader, 'a', { owner: 'eve', level: 9 })).toThrow(code('RMT3001'));
        expect(() => writer.set.call(own, 'a', { owner: 'eve', level: 9 })).toThrow(code('RMT3001'));
        expect(() => writer.set.call({ ...own }, 'a', {})).toThrow(code('RMT3001'));
        expect(() => writer.set.call(Object.create(writer), 'a', {})).toThrow(code('RMT3001'));
        const { get } = reader;
        expect(() => get('a')).toThrow(code('RMT3001'));
        expect(() => get.call({}, 'a')).toThrow(/: the method was taken off its handle; /);
      });
    };
    await app.call('Keeper.fill', { key: 'a' });
    expect(await open((reader) => reader.get('a'))).toEqual({ owner: 'ann', level: 1 });
  });

  test('of a parameter is revoked when the delivery settles, of a constructor is not', async () => {
    let kept: Anything;
    let own: Anything;
    await open((reader, held) => {
      kept = reader;
      own = held;
    });
    expect(() => kept.get('a')).toThrow(code('RMT3002'));
    expect(() => kept.delete('a')).toThrow(code('RMT3001'));
    expect(await own.get('a')).toEqual({ owner: 'ann', level: 1 });
    await expect(
      open((reader) => {
        kept = reader;
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(() => kept.get('a')).toThrow(code('RMT3002'));
  });

  test('each operation is a span below the handler and a point of the metric', async () => {
    app.telemetry.clear();
    await open((reader) => reader.get('a'));
    const [operation, handler] = app.telemetry.spans;
    expect(operation).toMatchObject({ name: 'get vault', parent: { spanId: handler?.context.spanId } });
    expect(handler).toMatchObject({ name: 'process Open' });
    expect(app.telemetry.readMetrics()).toContainEqual(
      expect.objectContaining({ name: 'remit.resource.operation.duration' }),
    );
  });
});
