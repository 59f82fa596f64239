import { EventSent, LogWritten } from '../../decorators/index.ts';
import { currentDelivery, eventId, type Sent } from '../../di/index.ts';
import type { LogLine, Telemetry } from '../../telemetry/index.ts';

/** Facts that may wait; more are dropped and counted. */
const capacity = 1_000;

const names = { sent: 'remit.EventSent', logged: 'remit.LogWritten' } as const;
type Kind = keyof typeof names;

/** The names of the facts being handled, from the outermost: `remit.EventSent`, `remit.EventSent+remit.LogWritten`. */
type Lineage = string;

interface Waiting {
  readonly kind: Kind;
  readonly fact: object;
  readonly lineage: Lineage;
}

/**
 * The conversation that a fact starts is named after its lineage, which every envelope below it carries on: so it is
 * known in other processes and after a restart, too.
 */
function lineageOf(correlation: string | undefined): Lineage {
  return correlation?.startsWith('remit.') === true ? correlation.slice(0, correlation.indexOf(':')) : '';
}

/** Runs one handler of a fact; a failure is traced by whoever runs it. */
export type DeliverFact = (handler: string, fact: object, sent: Sent) => Promise<unknown>;

/**
 * The facts Remit itself sends, in memory only: delivered one after another, dropped when too many wait. What
 * happens while one is handled, however far it spreads and through whichever other fact, makes no more of its kind. Costs one test when nobody
 * handles them.
 */
export class Facts {
  readonly #telemetry: Telemetry;
  readonly #handlers: Readonly<Record<Kind, readonly string[]>>;
  readonly #deliver: DeliverFact;
  #waiting: Waiting[] = [];
  #dropped = 0;
  #pumping: Promise<void> | undefined = undefined;

  constructor(telemetry: Telemetry, handlersOf: (event: string) => readonly string[], deliver: DeliverFact) {
    this.#telemetry = telemetry;
    this.#deliver = deliver;
    this.#handlers = { sent: handlersOf(names.sent), logged: handlersOf(names.logged) };
    if (this.#handlers.logged.length > 0) telemetry.onLog((line) => this.#logged(line));
  }

  /** Tells the handlers of EventSent; `correlation` is that of the delivery in which it was sent. */
  sent(command: string, sender: string, sentTo: readonly string[], correlation: string | undefined): void {
    if (this.#handlers.sent.length === 0) return;
    const above = lineageOf(correlation);
    if (!above.includes(names.sent)) this.#add('sent', new EventSent(command, sender, sentTo), above);
  }

  /** Resolves when none is waiting. */
  async drain(): Promise<void> {
    while (this.#pumping) await this.#pumping;
  }

  #logged(line: LogLine): void {
    const above = lineageOf(line.correlation ?? currentDelivery(this.#telemetry)?.sent.correlation);
    if (above.includes(names.logged)) return;
    this.#add('logged', new LogWritten(line.sentBy, line.message, line.level), above);
  }

  #add(kind: Kind, fact: object, above: Lineage): void {
    if (this.#waiting.length >= capacity) {
      this.#dropped += 1;
      return;
    }
    this.#waiting.push({ kind, fact, lineage: above === '' ? names[kind] : `${above}+${names[kind]}` });
    this.#pumping ??= this.#pump();
  }

  async #pump(): Promise<void> {
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      for (const each of batch) await this.#tell(each);
    }
    this.#pumping = undefined;
    if (this.#dropped > 0) this.#reportDrops();
  }

  async #tell({ kind, fact, lineage }: Waiting): Promise<void> {
    for (const handler of this.#handlers[kind]) {
      const id = eventId(Date.now());
      const sent: Sent = { sender: 'remit', id, correlation: `${lineage}:${id}` };
      await this.#deliver(handler, fact, sent).catch(() => undefined);
    }
  }

  #reportDrops(): void {
    const dropped = this.#dropped;
    this.#dropped = 0;
    const message = `${dropped} facts were dropped: their handlers are slower than what they are told of.`;
    const correlation = `${names.logged}:`;
    this.#telemetry.log({
      level: 'warn',
      message,
      sentBy: 'remit.facts',
      attributes: { dropped },
      correlation,
    });
  }
}
