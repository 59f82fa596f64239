import type { LoadOptions } from '../component.ts';
import { withoutVersion } from '../contract/surface.ts';
import { idOf, remitWit } from '../contract/wit.ts';
import { digestOf } from '../digest.ts';
import { rewriterVersion } from '../rewrite/bounds.ts';
import { transpilerVersion } from '../transpile/version.ts';
import { Cache } from './cache.ts';
import type { CacheEntry } from './entry.ts';

/** What was made of a component before, under the key of all it was made from. */
export interface Found {
  readonly key: string;
  readonly entry: CacheEntry | undefined;
}

/** Looks where Remit ships its own output, then in the application's cache. Needs no transpiler. */
export async function findEntry(options: LoadOptions, digest: string): Promise<Found> {
  const key = await keyOf(options, digest);
  for (const folder of [options.shipped, options.cache]) {
    const entry = folder === undefined ? undefined : await new Cache(folder).read(key);
    if (entry !== undefined && keeps(entry, options)) return { key, entry };
  }
  return { key, entry: undefined };
}

/** Every entry says of all of Remit's interfaces whether they were kept, so only foreign ones are part of the key. */
async function keyOf({ asynchronous, required, offered }: LoadOptions, digest: string): Promise<string> {
  const wit = await remitWit();
  const foreign = required.filter((name) => idOf(wit, name) === undefined);
  const versions = [transpilerVersion, rewriterVersion, wit.digest];
  const parts = [digest, ...versions, asynchronous, foreign.toSorted(), offered.toSorted()];
  return digestOf(JSON.stringify(parts));
}

function keeps({ checked }: CacheEntry, { required }: LoadOptions): boolean {
  return required.every((name) => checked.some((id) => id === name || withoutVersion(id) === name));
}
