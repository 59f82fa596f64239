import { type Scanned, scan } from '../scan/index.ts';
import type { LoadedApplication } from '../scan/sources/index.ts';
import { openApplication } from './application.ts';
import { readLock } from './lock.ts';

/** An application that was imported and found to be without mistakes. */
export interface ScannedApplication extends LoadedApplication {
  readonly scanned: Scanned;
}

/**
 * Imports and scans the application a command was given.
 * @throws DiagnosticsError with every mistake.
 */
export async function scanApplication(app: string | undefined): Promise<ScannedApplication> {
  const loaded = await openApplication(app);
  return { ...loaded, scanned: scan(loaded.application, loaded.sources, readLock(loaded.root)) };
}
