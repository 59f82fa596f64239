import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type Values = Readonly<Record<string, unknown>>;

export interface ReceivedSpan {
  readonly name: string;
  readonly kind: number;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly traceState?: string;
  readonly startTimeUnixNano: number;
  readonly endTimeUnixNano: number;
  readonly attributes: Values;
  readonly droppedAttributesCount: number;
  readonly events: readonly { readonly name: string; readonly attributes: Values }[];
  readonly links: readonly { readonly traceId: string; readonly spanId: string }[];
  readonly status?: { readonly code?: number; readonly message?: string };
  readonly resource: Values;
  readonly scope: { readonly name: string; readonly version?: string };
}

export interface ReceivedLog {
  readonly body: string;
  readonly severityNumber: number;
  readonly severityText: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly attributes: Values;
  readonly resource: Values;
}

export interface ReceivedMetric {
  readonly name: string;
  readonly unit: string;
  readonly kind: 'sum' | 'histogram';
  readonly temporality: number;
  readonly points: readonly (Values & { readonly attributes: Values })[];
  readonly resource: Values;
}

interface Request {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly items: unknown;
}

/** An OTLP receiver in a process of its own, and what it got. */
export class Receiver {
  readonly url: string;
  readonly requests: Request[] = [];
  readonly #process: ChildProcess;
  #arrived: () => void = () => undefined;

  private constructor(url: string, process: ChildProcess) {
    this.url = url;
    this.#process = process;
  }

  static async start(variables: Readonly<Record<string, string>> = {}): Promise<Receiver> {
    const script = fileURLToPath(new URL('receiver.mjs', import.meta.url));
    const child = spawn(process.execPath, [script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...variables },
    });
    const lines = createInterface({ input: child.stdout });
    const [first] = (await once(lines, 'line')) as [string];
    const { port } = JSON.parse(first) as { port: number };
    const receiver = new Receiver(`http://127.0.0.1:${port}`, child);
    lines.on('line', (line) => {
      receiver.requests.push(JSON.parse(line) as Request);
      receiver.#arrived();
    });
    return receiver;
  }

  /** Resolves when `ready` holds of what arrived; the test's own timeout ends the wait. */
  async until(ready: () => boolean): Promise<void> {
    while (!ready()) {
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
    }
  }

  get spans(): readonly ReceivedSpan[] {
    return this.#items('/v1/traces') as readonly ReceivedSpan[];
  }

  get logs(): readonly ReceivedLog[] {
    return this.#items('/v1/logs') as readonly ReceivedLog[];
  }

  get metrics(): readonly ReceivedMetric[] {
    return this.#items('/v1/metrics') as readonly ReceivedMetric[];
  }

  span(name: string): ReceivedSpan {
    const found = this.spans.find((span) => span.name === name);
    if (found === undefined) throw new Error(`no span ${name} arrived`);
    return found;
  }

  async stop(): Promise<void> {
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await gone;
  }

  #items(path: string): readonly unknown[] {
    return this.requests.filter((each) => each.path === path).flatMap((each) => each.items as unknown[]);
  }
}
