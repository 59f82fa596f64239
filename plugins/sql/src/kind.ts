import type { Kind } from './name.ts';

/** The kind of table that serves an interface; nothing for an interface this plugin does not serve. */
export function kindOf(resourceInterface: string): Kind | undefined {
  if (resourceInterface === 'keyValue') return 'kv';
  return resourceInterface === 'blobs' ? 'blob' : undefined;
}
