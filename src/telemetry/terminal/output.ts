import { write, writeSync } from 'node:fs';

/** Where text goes without anyone waiting for it. */
export interface Output {
  readonly coloured: boolean;
  /** Takes text; what a slow reader leaves no room for is dropped and told. */
  write(text: string): void;
  /** Resolves when what was taken is written. */
  flush(): Promise<void>;
  /** Writes what is left at once, unless the reader stalls already, and takes no more. */
  close(): void;
}

/** Characters kept while the reader is slow. */
const most = 1 << 20;
const retryAfter = 20;
/** Milliseconds a write may take before its reader is thought to stall. */
const soon = 100;
/** Milliseconds the last lines of a process may hold up its end. */
const lastMoment = 1000;

/**
 * Node makes the pipe of a standard stream non-blocking when the stream is first asked for. Without it, a reader that
 * stalls would hold a thread of the pool, and the process could not exit.
 */
const touch: Readonly<Record<number, () => unknown>> = { 1: () => process.stdout, 2: () => process.stderr };

/** A file descriptor written to from the thread pool, one write at a time: a reader that stalls stalls nobody. */
export class DescriptorOutput implements Output {
  readonly coloured: boolean;
  readonly #descriptor: number;
  #waiting: string[] = [];
  #size = 0;
  #lost = 0;
  /** A turn of the loop is asked for, or a write is under way. */
  #busy = false;
  #writing = false;
  #since = 0;
  /** What a full pipe did not take; tried again in a moment. */
  #stalled: Buffer | undefined;
  #closed = false;
  #idle: (() => void)[] = [];
  readonly #leave = (): void => this.close();

  constructor(descriptor: number, coloured: boolean) {
    this.#descriptor = descriptor;
    this.coloured = coloured;
    touch[descriptor]?.();
    process.on('exit', this.#leave);
  }

  write(text: string): void {
    if (this.#closed) return;
    if (this.#size + text.length > most) {
      this.#lost += 1;
      return;
    }
    this.#waiting.push(text);
    this.#size += text.length;
    if (this.#busy) return;
    this.#busy = true;
    setImmediate(() => this.#next());
  }

  flush(): Promise<void> {
    return this.#busy ? new Promise((resolve) => this.#idle.push(resolve)) : Promise.resolve();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    process.off('exit', this.#leave);
    const isStuck = this.#stalled === undefined && performance.now() - this.#since > soon;
    if (this.#writing && isStuck) return;
    const rest = Buffer.concat([this.#stalled ?? Buffer.alloc(0), Buffer.from(this.#take())]);
    if (rest.length > 0) writeNow(this.#descriptor, rest);
  }

  #take(): string {
    if (this.#lost > 0) this.#waiting.push(`… ${this.#lost} lines not shown: the terminal is too slow\n`);
    const text = this.#waiting.join('');
    this.#waiting = [];
    this.#size = 0;
    this.#lost = 0;
    return text;
  }

  #next(): void {
    const text = this.#take();
    if (text === '') {
      this.#busy = false;
      for (const resolve of this.#idle.splice(0)) resolve();
    } else this.#send(Buffer.from(text));
  }

  #send(bytes: Buffer): void {
    this.#writing = true;
    this.#since = performance.now();
    this.#stalled = undefined;
    write(this.#descriptor, bytes, (error, written) => {
      if (error?.code === 'EAGAIN') this.#again(bytes);
      else if (error === null && written < bytes.length) this.#send(bytes.subarray(written));
      else {
        this.#writing = false;
        this.#next();
      }
    });
  }

  #again(bytes: Buffer): void {
    if (this.#closed) return;
    this.#stalled = bytes;
    setTimeout(() => {
      if (!this.#closed) this.#send(bytes);
    }, retryAfter).unref();
  }
}

/** Writes before returning; waits a moment where the pipe is full, and gives up where nobody reads. */
function writeNow(descriptor: number, bytes: Buffer): void {
  const until = performance.now() + lastMoment;
  const bell = new Int32Array(new SharedArrayBuffer(4));
  for (let rest = bytes; rest.length > 0;) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN' || performance.now() > until) return;
      Atomics.wait(bell, 0, 0, retryAfter);
    }
  }
}
