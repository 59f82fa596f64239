import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './remit.ts';

interface Manifest {
  readonly bin: { readonly remit: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, unknown>>;
}

/** The tarball that npm would publish, as it is built now. */
export class Package {
  readonly #folder = mkdtempSync(join(tmpdir(), 'remit-packed-'));
  readonly #tarball: string;

  constructor() {
    execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', this.#folder], {
      cwd: root,
    });
    this.#tarball = join(this.#folder, readdirSync(this.#folder)[0] ?? '');
  }

  /** Names of its files. */
  get files(): readonly string[] {
    const listed = execFileSync('tar', ['-tzf', this.#tarball], { encoding: 'utf8' });
    return listed.split('\n').map((name) => name.replace('package/', ''));
  }

  /**
   * A project outside of the repository with the package in its node_modules, all that npm installs along with it, and
   * `extra` packages. Those are links into the repository, so that no registry is needed.
   */
  project(name: string, files: Readonly<Record<string, string>>, extra: readonly string[]): InstalledProject {
    const folder = join(this.#folder, name);
    const installed = join(folder, 'node_modules/remit');
    mkdirSync(installed, { recursive: true });
    execFileSync('tar', ['-xzf', this.#tarball, '-C', installed, '--strip-components=1']);
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Manifest;
    const optional = Object.keys(manifest.peerDependenciesMeta);
    const peers = Object.keys(manifest.peerDependencies).filter((peer) => !optional.includes(peer));
    for (const each of [...Object.keys(manifest.dependencies), ...peers, ...extra]) link(folder, each);
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return { folder, main: join(installed, manifest.bin.remit) };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

export interface InstalledProject {
  readonly folder: string;
  /** Its command line. */
  readonly main: string;
}

function link(folder: string, name: string): void {
  const path = join(folder, 'node_modules', name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), path);
}
