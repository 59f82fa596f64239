import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll } from '@jest/globals';

const repository = resolve('.');
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** How a run of the command line ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with an application, as a user has it; removed after the tests of the file. */
export interface Project {
  readonly folder: string;
  write(file: string, text: string): void;
  read(file: string): string;
  /** Runs the built command line in the folder, outside of CI. */
  remit(parameters: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ended>;
}

/** Inside the repository, so that packages such as class-validator are found. */
export function project(files: Readonly<Record<string, string>>): Project {
  mkdirSync(join(repository, '.remit'), { recursive: true });
  const folder = mkdtempSync(join(repository, '.remit', 'test-'));
  folders.push(folder);
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write('package.json', '{ "type": "module" }');
  for (const [file, text] of Object.entries(files)) write(file, text);
  return {
    folder,
    write,
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    remit: (parameters, environment = {}) =>
      run([join(repository, 'dist/cli/main.js'), ...parameters], folder, environment),
  };
}

function run(
  parameters: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  const { CI: _, NODE_OPTIONS: __, FORCE_COLOR: ___, REMIT_DEBUG: ____, ...env } = process.env;
  return new Promise((done) => {
    execFile(
      process.execPath,
      parameters,
      { cwd, env: { ...env, ...environment } },
      (error, stdout, stderr) => {
        done({ code: error ? Number(error.code) : 0, stdout, stderr });
      },
    );
  });
}
