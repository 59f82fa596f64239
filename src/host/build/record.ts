import { readFile } from 'node:fs/promises';
import { digestOf } from '../digest.ts';

/** What is written beside a component: from what it was made, and what came out. */
export interface BuildRecord {
  readonly inputs: string;
  readonly digest: string;
}

/** The digest of a component that was made from these inputs and not changed since; `undefined`: build it. */
export async function freshDigest(file: string, inputs: string): Promise<string | undefined> {
  try {
    const record: BuildRecord = JSON.parse(await readFile(`${file}.json`, 'utf8')) as BuildRecord;
    if (record.inputs !== inputs) return undefined;
    return digestOf(await readFile(file)) === record.digest ? record.digest : undefined;
  } catch {
    return undefined;
  }
}
