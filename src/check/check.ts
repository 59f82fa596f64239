import type { Application } from '../decorators/index.ts';
import type { Diagnostic } from '../errors/index.ts';
import { brokenBindings } from './bindings.ts';
import { diagnose, type LockFile, type Scanned, type SourceIndex } from '../scan/index.ts';

/** What `check` looks at besides the application. */
export interface CheckOptions {
  readonly sources: SourceIndex;
  readonly lock?: LockFile | undefined;
  /** Folder that contracts of plugins are remembered in. */
  readonly cache: string;
  /** Folder that relative paths of components start from; default: the working directory. */
  readonly root?: string | undefined;
  /** Only this environment's bindings; default: those of all. */
  readonly environment?: string | undefined;
}

/** All that was found; `scanned` is there when the declarations make a model, whatever is bound to it. */
export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  readonly scanned?: Scanned;
}

/**
 * Finds every mistake that can be found without starting the application: what its declarations say, and then whether
 * the plugins it is bound to can serve its resources. Nothing of a plugin runs, and no environment variable is read.
 */
export async function check(application: Application, options: CheckOptions): Promise<Checked> {
  const { diagnostics, scanned } = diagnose(application, options.sources, options.lock);
  if (!scanned) return { diagnostics };
  const broken = await brokenBindings(scanned, options.environment, options);
  return { diagnostics: [...diagnostics, ...broken], scanned };
}
