import type { Application } from '../decorators/index.ts';
import { catalogue, type Diagnostic } from '../errors/index.ts';
import { readDraft } from './draft/read.ts';
import type { LockFile } from './lock-file.ts';
import { buildModel, codeOf } from './model/build.ts';
import { noSources } from './no-sources.ts';
import { judge } from './rules/judge.ts';
import type { Scanned } from './scanned.ts';
import type { SourceIndex } from './sources.ts';

/** All that was found; `scanned` is there when none of it is an error. */
export interface Diagnosis {
  /** Sorted by file, line and code. */
  readonly diagnostics: readonly Diagnostic[];
  readonly scanned?: Scanned;
}

/**
 * Reads an application's decorators and the compiler's metadata and judges them by every rule.
 *
 * ```ts
 * const { diagnostics, scanned } = diagnose(application, sources);
 * ```
 */
export function diagnose(
  application: Application,
  sources: SourceIndex = noSources,
  lock?: LockFile,
): Diagnosis {
  const draft = readDraft(application, sources, lock);
  const diagnostics = judge(draft);
  if (diagnostics.some(({ code }) => catalogue[code].severity === 'error')) return { diagnostics };
  return {
    diagnostics,
    scanned: { model: buildModel(draft), code: codeOf(draft), warnings: diagnostics },
  };
}
