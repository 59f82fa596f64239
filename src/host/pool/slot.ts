import type { Instance, Limits, Operation, WitInterfaces } from '../component.ts';
import { Bounds } from './bounds.ts';
import { GuestOutput } from '../sandbox/wasi.ts';
import type { Compiled } from './compiled.ts';

const noExports: WitInterfaces = Object.freeze(Object.create(null) as WitInterfaces);

/** One place of a pool: an instance, its bounds, and what it is working on. */
export class Slot implements Instance {
  exports: WitInterfaces = noExports;
  operation: Operation | undefined = undefined;
  readonly kept = new Map<string, unknown>();
  readonly bounds: Bounds;
  readonly output = new GuestOutput();

  constructor(limits: Limits) {
    this.bounds = new Bounds(limits);
  }

  /** Links and starts the component's modules within the bounds of one call. */
  start(compiled: Compiled, imports: WitInterfaces): void {
    const started = compiled.instantiate(
      (name) => compiled.modules.get(name) as WebAssembly.Module,
      imports,
      (module, own) => {
        if (!this.bounds.book(compiled.demands.get(module) ?? { pages: 0, entries: 0 })) {
          throw new WebAssembly.RuntimeError('more memory at the start than allowed');
        }
        return new WebAssembly.Instance(module, { ...own, ...this.bounds.imports });
      },
      (length) => this.bounds.lift(length),
    );
    this.exports = byName(compiled, started);
  }

  begin(operation: Operation): void {
    this.operation = operation;
    this.bounds.refill();
  }

  end(): void {
    this.operation = undefined;
  }

  /** Nothing that is still suspended in it may go on. */
  discard(): void {
    this.operation = undefined;
    this.bounds.drain();
    this.kept.clear();
    this.exports = noExports;
  }
}

/** Exported interfaces are keyed with their version; callers name them without. */
function byName({ checked }: Compiled, exports: WitInterfaces): WitInterfaces {
  const named = Object.create(null) as Record<string, WitInterfaces[string]>;
  for (const [id, name] of checked) {
    const found = exports[id];
    if (found !== undefined) named[name] = found;
  }
  return Object.freeze(named);
}
