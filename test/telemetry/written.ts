import type { Output } from '../../src/telemetry/index.ts';

/** A terminal that keeps what was written. */
export class Written implements Output {
  readonly coloured: boolean;
  text = '';
  closed = false;

  constructor(coloured = false) {
    this.coloured = coloured;
  }

  get lines(): readonly string[] {
    return this.text.split('\n').filter((line) => line !== '');
  }

  write(text: string): void {
    this.text += text;
  }

  flush(): Promise<void> {
    return Promise.resolve();
  }

  close(): void {
    this.closed = true;
  }
}
