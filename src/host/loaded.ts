import type { CacheEntry } from './cache/entry.ts';
import type { Component, Pool, PoolOptions } from './component.ts';
import type { Compiled } from './pool/compiled.ts';
import { InstancePool } from './pool/pool.ts';
import { Sandbox } from './sandbox/sandbox.ts';

/** A component whose contract holds and whose modules are compiled. */
export class LoadedComponent implements Component {
  readonly name: string;
  readonly digest: string;
  readonly exports: readonly string[];
  readonly imports: readonly string[];
  readonly #compiled: Compiled;
  readonly #sandbox: Sandbox;

  constructor(
    compiled: Compiled,
    digest: string,
    { imports, exports }: Pick<CacheEntry, 'imports' | 'exports'>,
    offered: readonly string[],
  ) {
    this.name = compiled.name;
    this.digest = digest;
    this.exports = exports.filter((id) => id.includes(':'));
    this.imports = imports.map(({ id }) => id);
    this.#compiled = compiled;
    this.#sandbox = new Sandbox(compiled.name, imports, offered);
  }

  pool(options: PoolOptions): Pool {
    return new InstancePool(this.#compiled, this.#sandbox, options);
  }
}
