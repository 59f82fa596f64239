import { describe, expect, test } from '@jest/globals';
import { type Component, loadComponent } from '../../src/host/index.ts';
import { bucket, get, limits, operation, subject } from './subject.ts';

const load = async (): Promise<Component> => loadComponent(await subject('hostile'));

/** Work that holds its instance until it is told to go on. */
function held(): { readonly wait: () => Promise<string>; readonly goOn: () => void } {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { wait: () => promise, goOn: () => resolve('done') };
}

describe('a pool', () => {
  test('starts nothing before the first call, and grows to its limit only', async () => {
    const pool = (await load()).pool({ limits, imports: () => ({}) });
    expect(pool.statistics()).toEqual({ instances: 0, busy: 0, waiting: 0, discarded: 0 });
    const { wait, goOn } = held();
    const calls = Array.from({ length: 5 }, () => pool.use(operation('get'), wait));
    expect(pool.statistics()).toEqual({ instances: 2, busy: 2, waiting: 3, discarded: 0 });
    goOn();
    expect(await Promise.all(calls)).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(pool.statistics()).toEqual({ instances: 2, busy: 0, waiting: 0, discarded: 0 });
    await pool.close();
  });

  test('answers a synchronous call on an idle instance within one turn of the microtask queue', async () => {
    const pool = (await load()).pool({ limits, imports: () => ({}) });
    await pool.use(operation('get'), () => 1);
    const order: string[] = [];
    const call = pool.use(operation('get'), () => 2).then(() => order.push('call'));
    await Promise.resolve().then(() => order.push('microtask'));
    await call;
    expect(order).toEqual(['call', 'microtask']);
    await pool.close();
  });

  test('imports are made once for each instance', async () => {
    let made = 0;
    const pool = (await load()).pool({
      limits: { ...limits, instances: 1 },
      imports() {
        made++;
        return {};
      },
    });
    for (let call = 0; call < 5; call++) await get(pool, 'absent');
    expect(made).toBe(1);
    await get(pool, 'spin').catch(() => {});
    await get(pool, 'absent');
    expect(made).toBe(2);
    await pool.close();
  });

  test('an instance knows what it is working on, and nothing between calls', async () => {
    const pool = (await load()).pool({ limits: { ...limits, instances: 1 }, imports: () => ({}) });
    const first = await pool.use(operation('get'), (instance) => {
      expect(instance.operation).toEqual(operation('get'));
      return instance;
    });
    expect(first.operation).toBeUndefined();
    await pool.close();
  });

  test('what is kept with an instance goes with it', async () => {
    const pool = (await load()).pool({ limits: { ...limits, instances: 1 }, imports: () => ({}) });
    await pool.use(operation('set'), async (instance) => (await bucket(instance)).set('a', Uint8Array.of(1)));
    expect(await get(pool, 'a')).toEqual(Uint8Array.of(1));
    await get(pool, 'wrongType').catch(() => {});
    expect(await get(pool, 'a')).toBeUndefined();
    await pool.close();
  });

  test('refuses at once when as many wait as may', async () => {
    const pool = (await load()).pool({ limits: { ...limits, instances: 1, queue: 2 }, imports: () => ({}) });
    const { wait, goOn } = held();
    const calls = [1, 2, 3].map(() => pool.use(operation('get'), wait));
    await expect(pool.use(operation('set'), wait)).rejects.toMatchObject({
      code: 'RMT2021',
      message:
        'Plugin hostile is overloaded: all 1 instances are busy and up to 2 calls may wait; set on orders was refused',
    });
    goOn();
    await Promise.all(calls);
    await pool.close();
  });

  test('refuses who waited as long as a call may take', async () => {
    const pool = (await load()).pool({
      limits: { ...limits, instances: 1, deadline: 50 },
      imports: () => ({}),
    });
    const { wait, goOn } = held();
    const holding = pool.use(operation('get'), wait);
    const waiting = pool.use(operation('get'), () => 'late');
    await expect(holding).rejects.toMatchObject({ code: 'RMT2012', details: { kind: 'deadline' } });
    expect(await Promise.allSettled([waiting])).toHaveLength(1);
    goOn();
    expect(pool.statistics()).toMatchObject({ busy: 0, waiting: 0, discarded: 1 });
    await pool.close();
  });

  test('never has more instances than its limit, whatever fails meanwhile', async () => {
    const pool = (await load()).pool({ limits: { ...limits, queue: 100 }, imports: () => ({}) });
    const calls: Promise<unknown>[] = [];
    for (let call = 0; call < 40; call++) {
      calls.push(get(pool, call % 3 === 0 ? 'wrongType' : 'absent').catch(() => {}));
      expect(pool.statistics().instances).toBeLessThanOrEqual(2);
      if (call % 5 === 0) await Promise.resolve();
    }
    await Promise.all(calls);
    expect(pool.statistics()).toMatchObject({ busy: 0, waiting: 0 });
    await pool.close();
  });

  test('close finishes what runs and what waits, and refuses what comes', async () => {
    const pool = (await load()).pool({ limits: { ...limits, instances: 1 }, imports: () => ({}) });
    const { wait, goOn } = held();
    const running = pool.use(operation('get'), wait);
    const waiting = pool.use(operation('get'), () => 'waited');
    let closed = false;
    const closing = pool.close().then(() => (closed = true));
    await expect(pool.use(operation('get'), wait)).rejects.toMatchObject({
      code: 'RMT2020',
      message: 'Plugin hostile is closed; get on orders was refused',
    });
    expect(closed).toBe(false);
    goOn();
    expect(await Promise.all([running, waiting])).toEqual(['done', 'waited']);
    await closing;
    expect(pool.statistics()).toEqual({ instances: 0, busy: 0, waiting: 0, discarded: 0 });
    await pool.close();
  });
});
