import { createHash } from 'node:crypto';
import type { CacheEntry } from './entry.ts';

const mark = 'remit-plugin 1\n';
const hashLength = 64;

interface Header extends Pick<CacheEntry, 'imports' | 'exports' | 'checked'> {
  readonly code: number;
  readonly modules: readonly { name: string; length: number; demand: { pages: number; entries: number } }[];
}

/** One file: a mark, the hash of the rest, a JSON line, the code, the modules. */
export function encodeEntry(entry: CacheEntry): Uint8Array {
  const { imports, exports, checked, modules } = entry;
  const code = Buffer.from(entry.code);
  const header: Header = {
    imports,
    exports,
    checked,
    code: code.length,
    modules: modules.map(({ name, bytes, demand }) => ({ name, length: bytes.length, demand })),
  };
  const content = Buffer.concat([
    Buffer.from(`${JSON.stringify(header)}\n`),
    code,
    ...modules.map(({ bytes }) => bytes),
  ]);
  return Buffer.concat([Buffer.from(mark), Buffer.from(`${hash(content)}\n`), content]);
}

/** `undefined` for anything but what {@link encodeEntry} wrote. */
export function decodeEntry(bytes: Buffer): CacheEntry | undefined {
  if (bytes.toString('latin1', 0, mark.length) !== mark) return undefined;
  const written = bytes.toString('latin1', mark.length, mark.length + hashLength);
  const content = bytes.subarray(mark.length + hashLength + 1);
  if (hash(content) !== written) return undefined;
  let position = content.indexOf(0x0a) + 1;
  const header = JSON.parse(content.toString('utf8', 0, position)) as Header;
  const next = (length: number) => content.subarray(position, (position += length));
  return {
    imports: header.imports,
    exports: header.exports,
    checked: header.checked,
    code: next(header.code).toString('utf8'),
    modules: header.modules.map(({ name, length, demand }) => ({ name, bytes: next(length), demand })),
  };
}

function hash(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
