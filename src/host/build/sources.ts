import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RemitError } from '../../errors/index.ts';

/** A file of a plugin's sources. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** All files of a folder, in order of their names. Throws RMT2064 when there is no such folder. */
export async function sourceFiles(folder: string): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new RemitError(
      'RMT2064',
      `plugin.json says that the sources are in ${folder}, which is no folder`,
      {
        cause,
      },
    );
  });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.toSorted().map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
}
