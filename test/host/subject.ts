import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instance, Limits, LoadOptions, Operation, Pool } from '../../src/host/index.ts';
import { testComponent } from '../components/index.ts';

export const store = 'wasi:keyvalue/store';

export const limits: Limits = { instances: 2, queue: 8, fuel: 10_000_000, memory: 32, deadline: 20_000 };

export const operation = (name: string): Operation => ({
  interface: 'keyValue',
  resource: 'orders',
  operation: name,
});

export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'remit-host-'));

/** A cache that all tests of one run share, as they would in an application. */
const sharedCache = join(tmpdir(), `remit-host-cache-${process.pid}`);

export async function subject(name: string, more: Partial<LoadOptions> = {}): Promise<LoadOptions> {
  return {
    name,
    file: await testComponent(name),
    required: [store],
    offered: [],
    asynchronous: false,
    cache: sharedCache,
    ...more,
  };
}

interface Bucket {
  get(key: string): Uint8Array | undefined | Promise<Uint8Array | undefined>;
  set(key: string, value: Uint8Array): void | Promise<void>;
}

/** The bucket an instance keeps; opened when it is first asked for. */
export async function bucket(instance: Instance): Promise<Bucket> {
  const kept = instance.kept.get('bucket') ?? (await instance.exports[store]?.['open']?.('orders'));
  instance.kept.set('bucket', kept);
  return kept as Bucket;
}

export const get = (pool: Pool, key: string): Promise<Uint8Array | undefined> =>
  pool.use(operation('get'), async (instance) => (await bucket(instance)).get(key));
