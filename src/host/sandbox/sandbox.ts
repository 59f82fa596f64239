import { RemitError } from '../../errors/index.ts';
import type { ImportedInterface } from '../cache/entry.ts';
import type { Instance, WitFunction, WitInterfaces } from '../component.ts';
import { withoutVersion } from '../contract/surface.ts';
import { callable, className } from './names.ts';
import { type GuestOutput, harmlessWasi } from './wasi.ts';

type Members = Record<string, WitFunction>;

/** What one plugin may import, and the making of it for each instance. */
export class Sandbox {
  readonly #plugin: string;
  readonly #imports: readonly ImportedInterface[];
  readonly #offered: ReadonlySet<string>;

  constructor(plugin: string, imports: readonly ImportedInterface[], offered: readonly string[]) {
    this.#plugin = plugin;
    this.#imports = imports;
    this.#offered = new Set(offered);
  }

  /**
   * The import object of one instance: for each interface exactly the functions that are imported, and no prototype
   * in reach of their names. Offered ones come from `granted`; of WASI what is harmless; all else refuses by RMT2030.
   */
  link(instance: Instance, granted: WitInterfaces, output: GuestOutput): WitInterfaces {
    const linked = Object.create(null) as Record<string, Members>;
    const wasi = new Wasi(this.#plugin, instance, output);
    for (const one of this.#imports) {
      const name = withoutVersion(one.id);
      linked[name] = this.#offered.has(name) ? this.#granted(one, granted[name]) : wasi.interface(one);
    }
    return Object.freeze(linked);
  }

  #granted(one: ImportedInterface, granted: WitInterfaces[string] | undefined): Members {
    const members = Object.create(null) as Members;
    for (const wit of one.functions) {
      const { kind, name, resource } = callable(wit);
      const key = kind === 'function' ? name : (resource ?? name);
      const member = granted === undefined || key in Object.prototype ? undefined : granted[key];
      if (typeof member !== 'function') {
        throw new RemitError(
          'RMT2004',
          `Plugin ${this.#plugin} imports ${one.id}#${wit}, which its binding does not have`,
        );
      }
      members[key] = member;
    }
    return Object.freeze(members);
  }
}

/** Standard output and error are the same kind of stream; which one a stream is, it knows itself. */
class Wasi {
  readonly #plugin: string;
  readonly #instance: Instance;
  readonly #harmless: ReadonlyMap<string, WitFunction>;
  readonly #classes = new Map<string, WitFunction>();

  constructor(plugin: string, instance: Instance, output: GuestOutput) {
    this.#plugin = plugin;
    this.#instance = instance;
    this.#harmless = harmlessWasi(output);
  }

  interface(one: ImportedInterface): Members {
    const interfaceName = withoutVersion(one.id);
    const members = Object.create(null) as Members;
    for (const resource of one.resources) members[className(resource)] = this.#class(resource);
    for (const wit of one.functions) {
      const id = `${interfaceName}#${wit}`;
      const work = this.#stream(id) ?? this.#harmless.get(id) ?? this.#refusal(id);
      const { kind, name, resource } = callable(wit);
      const owner = resource === undefined ? undefined : this.#class(resource);
      if (owner === undefined || kind === 'function') define(members, name, work);
      else if (kind === 'method') define(owner.prototype as object, name, work);
      else if (kind === 'static') define(owner, name, work);
    }
    return Object.freeze(members);
  }

  #stream(id: string): WitFunction | undefined {
    if (id === 'wasi:cli/stdin#get-stdin') return () => this.#make('input-stream');
    if (id === 'wasi:cli/stdout#get-stdout' || id === 'wasi:cli/stderr#get-stderr')
      return () => this.#make('output-stream');
    return undefined;
  }

  #make(resource: string): unknown {
    return Object.create(this.#class(resource).prototype as object);
  }

  #class(resource: string): WitFunction {
    const name = className(resource);
    let made = this.#classes.get(name);
    if (made === undefined) {
      const refuse = this.#refusal(`${resource}#constructor`);
      made = class {
        constructor() {
          refuse();
        }
      } as unknown as WitFunction;
      this.#classes.set(name, made);
    }
    return made;
  }

  #refusal(id: string): WitFunction {
    return () => {
      const { operation } = this.#instance;
      const during =
        operation === undefined
          ? 'while it was started'
          : `during ${operation.operation} on ${operation.resource}`;
      throw new RemitError(
        'RMT2030',
        `Plugin ${this.#plugin} asked for ${id} ${during}, which it was not granted`,
        {
          details: {
            plugin: this.#plugin,
            refused: id,
            interface: operation?.interface,
            resource: operation?.resource,
            operation: operation?.operation,
          },
        },
      );
    };
  }
}

/** By definition, not by assignment: a setter of a prototype must never see a name from a plugin. */
function define(target: object, name: string, value: WitFunction): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true });
}
