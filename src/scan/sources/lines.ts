import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Place } from '../../errors/index.ts';

/** The text of source lines, read when first asked for. Places are relative to `root`. */
export function lineReader(root: string): (place: Place) => string | undefined {
  const files = new Map<string, readonly string[]>();
  return ({ file, line }) => {
    let lines = files.get(file);
    if (!lines) {
      lines = read(resolve(root, file));
      files.set(file, lines);
    }
    return lines[line - 1];
  };
}

function read(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r\n|[\n\r]/);
  } catch {
    return [];
  }
}
