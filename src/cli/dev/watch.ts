import { type FSWatcher, watch } from 'node:fs';
import { dirname } from 'node:path';

/** Calls back when sources next to the given files change. */
export interface SourceWatch {
  /** Watches the folders of these files too. */
  add(files: readonly string[]): void;
  close(): void;
}

/** Editors save a file in several steps; a change counts when nothing has happened for this many milliseconds. */
const quiet = 80;

/**
 * Watches folders, not files: an editor that replaces a file would leave a watch on the old one, and a module that
 * was missing is only noticed by its folder.
 */
export function watchSources(onChange: () => void): SourceWatch {
  const watchers = new Map<string, FSWatcher>();
  let pending: NodeJS.Timeout | undefined;
  const changed = (_event: string, name: string | null): void => {
    if (name !== null && !isSource(name)) return;
    clearTimeout(pending);
    pending = setTimeout(onChange, quiet);
  };
  return {
    add(files) {
      for (const folder of new Set(files.map((file) => dirname(file)))) {
        if (watchers.has(folder)) continue;
        const watcher = watch(folder, changed);
        // A folder that is removed takes its watch along.
        watcher.on('error', () => watchers.delete(folder));
        watchers.set(folder, watcher);
      }
    },
    close() {
      clearTimeout(pending);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

function isSource(name: string): boolean {
  return /\.([mc]?[jt]s|json|wasm)$/.test(name) && !name.startsWith('.');
}
