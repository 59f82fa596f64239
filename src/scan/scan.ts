import type { Application } from '../decorators/index.ts';
import { catalogue, DiagnosticsError } from '../errors/index.ts';
import { diagnose } from './diagnose.ts';
import type { LockFile } from './lock-file.ts';
import type { Scanned } from './scanned.ts';
import type { SourceIndex } from './sources.ts';

/**
 * The model of an application, and the code behind it.
 * @throws DiagnosticsError with every mistake at once.
 */
export function scan(application: Application, sources?: SourceIndex, lock?: LockFile): Scanned {
  const { diagnostics, scanned } = diagnose(application, sources, lock);
  if (scanned) return scanned;
  const [first, ...more] = diagnostics.filter(({ code }) => catalogue[code].severity === 'error');
  if (!first) throw new TypeError('a diagnosis without errors has a model');
  throw new DiagnosticsError([first, ...more]);
}
