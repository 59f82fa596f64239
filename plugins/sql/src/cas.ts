import type { Cas } from 'remit/plugin';
import type { SqlBucket } from './bucket.ts';

/**
 * Cannot be made: this guest's runtime takes an owned handle for another object (componentize-qjs 0.4.5), so `swap`
 * could write under the wrong key. `versions` does the same without handles.
 */
export class SqlCas implements Cas {
  static new(_bucket: SqlBucket, _key: string): SqlCas {
    throw {
      tag: 'other',
      val: 'compare-and-swap handles do not work in this guest: use remit:keyvalue/versions',
    };
  }

  current(): Uint8Array | null {
    return null;
  }
}
