import { describe, expect, test } from '@jest/globals';
import type { Instance, WitInterfaces } from '../../../src/host/index.ts';
import { swapped } from '../../../src/host/stores/swap.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A component that has nothing but the WASI interface: handles, each used once and given back. */
class Handles {
  value = bytes('0');
  made = 0;
  disposed = 0;
  rivals: number;

  constructor(rivals: number) {
    this.rivals = rivals;
  }

  #handle(): object {
    this.made++;
    const seen = this.value;
    return { seen, current: () => seen, [Symbol.dispose]: () => void this.disposed++ };
  }

  instance(): Instance {
    const exports: WitInterfaces = {
      'wasi:keyvalue/store': { open: () => ({}) },
      'wasi:keyvalue/atomics': {
        Cas: { new: () => this.#handle() } as never,
        swap: async (cas: { seen: Uint8Array }, value: Uint8Array) => {
          if (this.rivals-- > 0) this.value = bytes(`rival ${this.rivals}`);
          if (cas.seen !== this.value) throw { tag: 'cas-failed', val: this.#handle() };
          this.value = value;
        },
      },
    };
    return { exports, operation: undefined, kept: new Map() };
  }
}

const swap = (handles: Handles, change: (current: Uint8Array | undefined) => Uint8Array) =>
  swapped(handles.instance(), 'bucket', 'orders', 'a', change);

describe('swap over wasi:keyvalue/atomics', () => {
  test('uses the handle that a lost race hands back', async () => {
    const handles = new Handles(3);
    const seen: string[] = [];
    const outcome = await swap(handles, (current) => {
      seen.push(new TextDecoder().decode(current));
      return bytes('mine');
    });
    expect(outcome).toEqual({ stored: bytes('mine') });
    expect(seen).toEqual(['0', 'rival 2', 'rival 1', 'rival 0']);
    expect(handles.made).toBe(4);
  });

  test('gives up after ten races and gives the last handle back', async () => {
    const handles = new Handles(100);
    expect(await swap(handles, () => bytes('never'))).toEqual({ attempts: 10 });
    expect(handles.disposed).toBe(1);
  });

  test('hands out what the change threw, and gives the handle back', async () => {
    const handles = new Handles(0);
    const own = new Error('own');
    const outcome = await swap(handles, () => {
      throw own;
    });
    expect(outcome).toEqual({ thrown: own });
    expect(handles.disposed).toBe(1);
  });

  test("throws the store's own error as it is", async () => {
    const handles = new Handles(0);
    const { exports, ...rest } = handles.instance();
    const fault = { tag: 'other', val: 'disk' };
    const failing = {
      ...exports,
      'wasi:keyvalue/atomics': {
        ...exports['wasi:keyvalue/atomics'],
        swap: async () => {
          throw { tag: 'store-error', val: fault };
        },
      },
    };
    await expect(swapped({ ...rest, exports: failing }, 'b', 'orders', 'a', () => bytes(''))).rejects.toBe(
      fault,
    );
  });
});
