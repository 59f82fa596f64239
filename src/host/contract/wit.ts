import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

/** A WIT package of Remit's `wit/` folder. */
export interface WitPackage {
  /** With its version: `wasi:keyvalue@0.2.0-draft2`. */
  readonly id: string;
  readonly body: string;
  readonly interfaces: readonly string[];
}

/** Remit's own WIT: what plugins are compared with. */
export interface Wit {
  readonly packages: readonly WitPackage[];
  /** Changes when any of it does; part of every cache key. */
  readonly digest: string;
}

const folder = new URL('../../../wit/', import.meta.url);
let read: Promise<Wit> | undefined;

export function remitWit(): Promise<Wit> {
  read ??= readWit();
  return read;
}

/** `wasi:keyvalue/store@0.2.0-draft2` of `wasi:keyvalue/store`; `undefined` for what is not Remit's. */
export function idOf(wit: Wit, name: string): string | undefined {
  for (const { id, interfaces } of wit.packages) {
    const [packageName = '', version] = id.split('@');
    if (interfaces.some((one) => `${packageName}/${one}` === name))
      return version ? `${name}@${version}` : name;
  }
  return undefined;
}

async function readWit(): Promise<Wit> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.wit')).sort();
  const hash = createHash('sha256');
  const packages: WitPackage[] = [];
  for (const name of names) {
    const text = await readFile(new URL(name.replaceAll('\\', '/'), folder), 'utf8');
    hash.update(text);
    const header = /^package ([^;\s]+);/m.exec(text);
    if (header?.[1] === undefined) continue;
    packages.push({
      id: header[1],
      body: text.replace(header[0], ''),
      interfaces: Array.from(text.matchAll(/^interface ([a-z0-9-]+)/gm), ([, found = '']) => found),
    });
  }
  return { packages, digest: hash.digest('hex') };
}
