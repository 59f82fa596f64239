import { Writer } from './writer.ts';

const first = 4096;
const most = 4;
/** What grew beyond that is not kept. */
const largest = 4 * 1024 * 1024;

/**
 * Writers that are used again. Their buffers fill slowly, so each would grow old before it is freed, and memory
 * outside of the heap that is old makes the engine collect all of the heap.
 */
export class Writers {
  readonly #spare: Writer[] = [];

  take(): Writer {
    return this.#spare.pop() ?? new Writer(first);
  }

  /** Takes back a writer whose bytes are no longer needed. */
  give(writer: Writer): void {
    if (this.#spare.length >= most || writer.length > largest) return;
    writer.length = 0;
    this.#spare.push(writer);
  }
}
