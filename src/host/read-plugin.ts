import { readFile } from 'node:fs/promises';
import { RemitError } from '../errors/index.ts';
import type { LoadOptions } from './component.ts';

/** The bytes of a plugin's file. @throws RemitError RMT2009 */
export async function readPlugin({ name, file }: LoadOptions): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    throw new RemitError(
      'RMT2009',
      `The file of plugin ${name} cannot be read (${reason}): ${String(file)}`,
      {
        cause,
        details: { plugin: name, file: String(file), reason },
      },
    );
  }
}
