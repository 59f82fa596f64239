import type { Atomics, Bucket, Cas } from './bucket.ts';

/** Times a value is read and conditionally written before giving up. */
const attempts = 10;

/** What became of a swap; what the caller's function threw is no fault of the instance, so it is handed out. */
export type Swapped =
  | { readonly stored: Uint8Array }
  | { readonly thrown: unknown }
  | { readonly attempts: number };

/** Reads, changes and conditionally writes on one instance until no other writer came between. */
export async function swapped(
  atomics: Atomics,
  bucket: Bucket,
  key: string,
  change: (current: Uint8Array | undefined) => Uint8Array,
): Promise<Swapped> {
  let cas = await atomics.Cas.new(bucket, key);
  for (let attempt = 1; ; attempt++) {
    const current = await cas.current();
    let value: Uint8Array;
    try {
      value = change(current);
    } catch (thrown) {
      cas[Symbol.dispose]?.();
      return { thrown };
    }
    try {
      await atomics.swap(cas, value);
      return { stored: value };
    } catch (error) {
      cas = failedCas(error);
    }
    if (attempt === attempts) {
      cas[Symbol.dispose]?.();
      return { attempts };
    }
  }
}

/** The handle on what came between. Anything else that was thrown is thrown on, as the store's own error. */
function failedCas(error: unknown): Cas {
  const { tag, val } = error as { readonly tag?: string; readonly val?: unknown };
  if (tag === 'cas-failed') return val as Cas;
  throw tag === 'store-error' ? val : error;
}
