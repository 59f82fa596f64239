import type { Instance } from '../component.ts';
import { type Atomics, type Bucket, type Cas, type Versions, withBucket } from './bucket.ts';

/** Times a value is read and conditionally written before giving up. */
const attempts = 10;

/** What became of a swap; what the caller's function threw is no fault of the instance, so it is handed out. */
export type Swapped =
  | { readonly stored: Uint8Array }
  | { readonly thrown: unknown }
  | { readonly attempts: number };

type Change = (current: Uint8Array | undefined) => Uint8Array;

/** Reads, changes and conditionally writes on one instance until no other writer came between. */
export function swapped(
  instance: Instance,
  kept: string,
  resource: string,
  key: string,
  change: Change,
): Promise<Swapped> | Swapped {
  const versions = instance.exports['remit:keyvalue/versions'];
  if (versions) return byVersions(versions as Versions, resource, key, change);
  const atomics = instance.exports['wasi:keyvalue/atomics'] as Atomics;
  return withBucket(instance, kept, resource, (bucket) => byHandles(atomics, bucket, key, change));
}

async function byVersions(
  versions: Versions,
  resource: string,
  key: string,
  change: Change,
): Promise<Swapped> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const current = await versions.current(resource, key);
    const made = tried(change, current?.value);
    if ('thrown' in made) return made;
    if (await versions.replace(resource, key, current?.version, made.stored)) return made;
  }
  return { attempts };
}

async function byHandles(atomics: Atomics, bucket: Bucket, key: string, change: Change): Promise<Swapped> {
  let cas = await atomics.Cas.new(bucket, key);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const made = tried(change, await cas.current());
    if ('thrown' in made) {
      cas[Symbol.dispose]?.();
      return made;
    }
    try {
      await atomics.swap(cas, made.stored);
      return made;
    } catch (error) {
      cas = failedCas(error);
    }
  }
  cas[Symbol.dispose]?.();
  return { attempts };
}

function tried(change: Change, current: Uint8Array | undefined) {
  try {
    return { stored: change(current) };
  } catch (thrown) {
    return { thrown };
  }
}

/** The handle on what came between. Anything else that was thrown is thrown on, as the store's own error. */
function failedCas(error: unknown): Cas {
  const { tag, val } = error as { readonly tag?: string; readonly val?: unknown };
  if (tag === 'cas-failed') return val as Cas;
  throw tag === 'store-error' ? val : error;
}
