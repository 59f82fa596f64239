import { write, writeSync } from 'node:fs';

/** Where text goes without anyone waiting for it. */
export interface Output {
  readonly coloured: boolean;
  /** Takes text; what a slow reader leaves no room for is dropped and told. */
  write(text: string): void;
  /** Resolves when what was taken is written. */
  flush(): Promise<void>;
  /** Writes what is left, at once, and takes no more. */
  close(): void;
}

/** Characters kept while the reader is slow. */
const most = 1 << 20;
const retryAfter = 20;

/** A file descriptor written to from the thread pool, one write at a time: a reader that stalls stalls nobody. */
export class DescriptorOutput implements Output {
  readonly coloured: boolean;
  readonly #descriptor: number;
  #waiting: string[] = [];
  #size = 0;
  #lost = 0;
  #busy = false;
  #closed = false;
  #idle: (() => void)[] = [];
  readonly #leave = (): void => this.close();

  constructor(descriptor: number, coloured: boolean) {
    this.#descriptor = descriptor;
    this.coloured = coloured;
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
    const rest = this.#take();
    try {
      if (rest !== '') writeSync(this.#descriptor, rest);
    } catch {
      this.#lost += 1;
    }
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
    write(this.#descriptor, bytes, (error, written) => {
      if (error?.code === 'EAGAIN') setTimeout(() => this.#send(bytes), retryAfter);
      else if (error === null && written < bytes.length) this.#send(bytes.subarray(written));
      else this.#next();
    });
  }
}
