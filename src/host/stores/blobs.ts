import { type BlobStore, blobOperations } from '../../interfaces/index.ts';
import type { WitFunction } from '../component.ts';
import { Call } from './call.ts';
import type { Caller } from './caller.ts';
import { checkValue } from './limits.ts';

type Answer<T> = T | Promise<T>;

type Container = Readonly<Record<string, WitFunction>> & {
  read(container: string, name: string): Answer<Uint8Array | undefined>;
  exists(container: string, name: string): Answer<boolean>;
  info(
    container: string,
    name: string,
  ): Answer<{ readonly size: bigint; readonly modified: bigint } | undefined>;
  listNames(
    container: string,
    prefix: string,
    cursor: string | undefined,
  ): Answer<{ readonly names: string[]; readonly cursor?: string }>;
  write(container: string, name: string, content: Uint8Array): Answer<void>;
  delete(container: string, name: string): Answer<void>;
};

/** A blob resource over a component's `remit:blob/container`. */
export class ComponentBlobs implements BlobStore {
  readonly #caller: Caller;
  readonly #resource: string;
  readonly #calls: Readonly<Record<keyof BlobStore, Call>>;

  constructor(caller: Caller, resource: string) {
    this.#caller = caller;
    this.#resource = resource;
    const calls = blobOperations.map((operation) => {
      const name = operation === 'list' ? 'list-names' : operation;
      return [operation, new Call('blobs', resource, operation, `remit:blob/container.${name}`)];
    });
    this.#calls = Object.fromEntries(calls) as Record<keyof BlobStore, Call>;
  }

  read(name: string): Promise<Uint8Array | undefined> {
    return this.#within('read', (container) => container.read(this.#resource, name));
  }

  exists(name: string): Promise<boolean> {
    return this.#within('exists', (container) => container.exists(this.#resource, name));
  }

  async info(name: string): Promise<{ readonly size: number; readonly modified: Date } | undefined> {
    const info = await this.#within('info', (container) => container.info(this.#resource, name));
    return info && { size: Number(info.size), modified: new Date(Number(info.modified)) };
  }

  async list(
    prefix: string,
    after?: string,
  ): Promise<{ readonly names: readonly string[]; readonly next?: string }> {
    const { names, cursor } = await this.#within('list', (container) =>
      container.listNames(this.#resource, prefix, after),
    );
    return cursor === undefined ? { names } : { names, next: cursor };
  }

  async write(name: string, content: Uint8Array): Promise<void> {
    checkValue(this.#resource, content);
    await this.#within('write', (container) => container.write(this.#resource, name, content));
  }

  async delete(name: string): Promise<void> {
    await this.#within('delete', (container) => container.delete(this.#resource, name));
  }

  #within<T>(operation: keyof BlobStore, work: (container: Container) => Answer<T>): Promise<T> {
    return this.#caller.call(this.#calls[operation], ({ exports }) =>
      work(exports['remit:blob/container'] as Container),
    );
  }
}
