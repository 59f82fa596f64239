import type { Component, Pool, PoolOptions } from './component.ts';
import type { Compiled } from './pool/compiled.ts';
import { InstancePool } from './pool/pool.ts';

/** A component whose contract holds and whose modules are compiled. */
export class LoadedComponent implements Component {
  readonly name: string;
  readonly digest: string;
  readonly exports: readonly string[];
  readonly imports: readonly string[];
  readonly #compiled: Compiled;

  constructor(compiled: Compiled, digest: string, exports: readonly string[], imports: readonly string[]) {
    this.name = compiled.name;
    this.digest = digest;
    this.exports = exports;
    this.imports = imports;
    this.#compiled = compiled;
  }

  pool(options: PoolOptions): Pool {
    return new InstancePool(this.#compiled, options, (granted) => granted);
  }
}
