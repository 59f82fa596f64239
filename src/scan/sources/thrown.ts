import { basename } from 'node:path';
import { type Diagnostic, RemitError } from '../../errors/index.ts';
import type { FailedImport } from './failed-import.ts';
import type { FileFacts } from './file-facts.ts';

const shown = 5;

/** RMT1085, or the code of what Remit's own decorators threw, with the stack cut to the application's files. */
export function thrownByUser({ error, entryFile, graph, frames, place }: FailedImport): Diagnostic {
  const [first, ...outer] = frames;
  const where = first && { place: place(first.file, first) };
  if (error instanceof RemitError) return { code: error.code, message: error.message, ...where, mend: '' };
  const later = declaredLater(error, first && graph.files.get(first.file));
  return {
    code: 'RMT1085',
    message: `${basename(first?.file ?? entryFile)} threw ${described(error).replace(/\.$/, '')}.`,
    ...where,
    related: outer.slice(0, shown).map((frame) => ({
      message: 'called from here',
      place: place(frame.file, frame),
    })),
    mend: later
      ? `// move the class ${later} above the class that names it: its decorators need it at once`
      : 'Move work that can fail into a handler or constructor: these run after the application was checked.',
  };
}

/** The class of the same file that was used above its declaration. */
function declaredLater(error: unknown, facts: FileFacts | undefined): string | undefined {
  if (!(error instanceof ReferenceError)) return undefined;
  const name = /^Cannot access '(.+)' before initialization/.exec(error.message)?.[1];
  return facts?.classes.find((each) => each.name === name)?.name;
}

/** What was thrown, in a line: `TypeError: x is not a function`. */
export function described(error: unknown): string {
  if (error instanceof Error) return `${error.name}: ${error.message.split('\n')[0] ?? ''}`;
  return typeof error === 'string'
    ? `the string ${JSON.stringify(error)}`
    : `${typeof error}, which is no Error`;
}
