import type { Instance, Operation, WitInterfaces } from '../component.ts';
import type { Limits } from '../component.ts';
import { Bounds } from './bounds.ts';
import type { Compiled } from './compiled.ts';

const noExports: WitInterfaces = Object.freeze(Object.create(null) as WitInterfaces);

/** One place of a pool: an instance, its bounds, and what it is working on. */
export class Slot implements Instance {
  exports: WitInterfaces = noExports;
  operation: Operation | undefined = undefined;
  readonly kept = new Map<string, unknown>();
  readonly bounds: Bounds;
  /** When the running call must have ended, by the monotonic clock. */
  deadline = 0;
  /** Ends the running call for its caller; set only while it is asynchronous. */
  abandon: ((reason: unknown) => void) | undefined = undefined;
  discarded = false;

  constructor(limits: Limits) {
    this.bounds = new Bounds(limits);
  }

  /** Links and starts the component's modules within the bounds of one call. */
  start(compiled: Compiled, imports: WitInterfaces): void | Promise<void> {
    const started = compiled.instantiate(
      (name) => compiled.modules.get(name) as WebAssembly.Module,
      imports,
      (module, own) => {
        if (!this.bounds.book(compiled.demands.get(module) ?? { pages: 0, entries: 0 })) {
          throw new WebAssembly.RuntimeError('more memory at the start than allowed');
        }
        return new WebAssembly.Instance(module, { ...own, ...this.bounds.imports });
      },
    );
    if (started instanceof Promise) return started.then((exports) => void (this.exports = byName(exports)));
    this.exports = byName(started);
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
    this.discarded = true;
    this.operation = undefined;
    this.bounds.drain();
    this.kept.clear();
    this.exports = noExports;
  }
}


/** Exported interfaces are keyed with their version; callers name them without. */
function byName(exports: WitInterfaces): WitInterfaces {
  const named = Object.create(null) as Record<string, WitInterfaces[string]>;
  for (const [key, value] of Object.entries(exports)) {
    if (key.includes(':')) named[key.replace(/@.*$/, '')] = value;
  }
  return Object.freeze(named);
}
