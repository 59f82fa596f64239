import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('build.mjs', import.meta.url));

/** The path of a test component, built first when its sources changed. */
export async function testComponent(name: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, name]);
  return stdout.trim();
}
