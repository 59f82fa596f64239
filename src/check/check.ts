import type { Application } from '../decorators/index.ts';
import type { Diagnostic } from '../errors/index.ts';
import { diagnose, type LockFile, type Scanned, type SourceIndex } from '../scan/index.ts';

/** What `check` looks at besides the application. */
export interface CheckOptions {
  readonly sources: SourceIndex;
  readonly lock?: LockFile | undefined;
  /** Only this environment's bindings; default: those of all. */
  readonly environment?: string | undefined;
}

/** All that was found; `scanned` is there when the application has a model. */
export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  readonly scanned?: Scanned;
}

/** Finds every mistake that can be found without starting the application. */
export async function check(application: Application, options: CheckOptions): Promise<Checked> {
  const { diagnostics, scanned } = diagnose(application, options.sources, options.lock);
  return { diagnostics, ...(scanned && { scanned }) };
}
