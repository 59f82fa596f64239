import { fileURLToPath } from 'node:url';
import type { Position } from './file-facts.ts';

/** One line of a stack trace that lies in a file. */
export interface StackFrame extends Position {
  readonly file: string;
}

/** The frames of an error that lie in the application's own files, innermost first. */
export function ownFrames(error: unknown, isOwn: (file: string) => boolean): StackFrame[] {
  if (typeof error !== 'object' || error === null || !('stack' in error)) return [];
  return String(error.stack)
    .split('\n')
    .flatMap((text) => {
      const found = /^\s+at (?:.*? \()?(?:async )?(file:.*?|\/.*?|[A-Za-z]:\\.*?):(\d+):(\d+)\)?$/.exec(text);
      if (!found) return [];
      const [, path = '', line, column] = found;
      const file = path.startsWith('file:') ? fileURLToPath(path) : path;
      return isOwn(file) ? [{ file, line: Number(line), column: Number(column) }] : [];
    });
}
