import type { Attributes, Metrics } from '../telemetry.ts';
import { Counter } from './counter.ts';
import { fineSeconds, Histogram, seconds } from './histogram.ts';
import { type Label, Series } from './series.ts';
import type { Metric } from './snapshot.ts';

const failed = (type: Label): Attributes => (type === undefined ? {} : { 'error.type': String(type) });

/** Remit's instruments: each an array of points, added to in place. */
export class Instruments implements Metrics {
  readonly #http = new Series(
    (method, route, status) => ({
      'http.request.method': String(method),
      'http.route': String(route),
      'http.response.status_code': Number(status),
      'url.scheme': 'http',
      ...(Number(status) >= 500 ? { 'error.type': String(status) } : {}),
    }),
    (attributes) => new Histogram(attributes, seconds),
    () => this.#full('http.server.request.duration'),
  );
  readonly #sent = new Series(
    (command, sender) => ({
      'messaging.system': 'remit',
      'messaging.operation.name': 'send',
      'messaging.destination.name': String(command),
      'remit.sender': String(sender),
    }),
    (attributes) => new Counter(attributes),
    () => this.#full('messaging.client.sent.messages'),
  );
  readonly #processed = new Series(
    (command, handler, error) => ({
      'messaging.system': 'remit',
      'messaging.operation.name': 'process',
      'messaging.destination.name': String(command),
      'messaging.consumer.group.name': String(handler),
      ...failed(error),
    }),
    (attributes) => new Histogram(attributes, seconds),
    () => this.#full('messaging.process.duration'),
  );
  readonly #operations = new Series(
    (resource, operation, error) => ({
      'remit.resource.name': String(resource),
      'remit.resource.operation': String(operation),
      ...failed(error),
    }),
    (attributes) => new Histogram(attributes, fineSeconds),
    () => this.#full('remit.resource.operation.duration'),
  );
  readonly #faults = new Series(
    (plugin, kind) => ({ 'remit.plugin.name': String(plugin), 'error.type': String(kind) }),
    (attributes) => new Counter(attributes),
    () => this.#full('remit.plugin.faults'),
  );
  readonly #dropped = new Series(
    (signal, reason) => ({ 'remit.telemetry.signal': String(signal), 'error.type': String(reason) }),
    (attributes) => new Counter(attributes),
    () => this.#full('remit.telemetry.dropped'),
  );
  readonly #full: (metric: string) => void;
  readonly #all: readonly Series<Histogram | Counter>[] = [
    this.#http,
    this.#sent,
    this.#processed,
    this.#operations,
    this.#faults,
    this.#dropped,
  ];

  /** `full` hears once of each metric that has too many attribute sets. */
  constructor(full: (metric: string) => void = () => undefined) {
    this.#full = full;
  }

  httpRequest(duration: number, method: string, route: string, status: number): void {
    this.#http.at(method, route, status).record(duration);
  }

  sent(command: string, sender: string): void {
    this.#sent.at(command, sender).count += 1;
  }

  processed(duration: number, command: string, handler: string, errorType?: string): void {
    this.#processed.at(command, handler, errorType).record(duration);
  }

  operation(duration: number, resource: string, operation: string, errorType?: string): void {
    this.#operations.at(resource, operation, errorType).record(duration);
  }

  fault(plugin: string, kind: string): void {
    this.#faults.at(plugin, kind).count += 1;
  }

  /** Spans or log lines that never reached their receiver. */
  dropped(signal: string, reason: string, count: number): void {
    this.#dropped.at(signal, reason).count += count;
  }

  /** The metrics that have points; `clear` begins anew, for receivers that want differences. */
  read(clear = false): Metric[] {
    const processed = this.#processed.points;
    const metrics: Metric[] = [
      histogram('http.server.request.duration', 'Time a request took.', this.#http.points),
      counter('messaging.client.sent.messages', '{message}', 'Events sent.', this.#sent.points),
      histogram('messaging.process.duration', 'Time a handler took for one delivery.', processed),
      counter('messaging.client.consumed.messages', '{message}', 'Deliveries to handlers.', processed),
      histogram(
        'remit.resource.operation.duration',
        'Time an operation on a resource took.',
        this.#operations.points,
      ),
      counter('remit.plugin.faults', '{fault}', 'Plugin instances discarded.', this.#faults.points),
      counter('remit.telemetry.dropped', '{item}', 'Spans and logs not exported.', this.#dropped.points),
    ].filter((metric) => metric.points.length > 0);
    if (clear) for (const series of this.#all) for (const point of series.points) point.clear();
    return metrics;
  }
}

function histogram(name: string, description: string, points: readonly Histogram[]): Metric {
  const copies = points.map((point) => ({ ...point, counts: [...point.counts] }));
  return { name, unit: 's', description, kind: 'histogram', points: copies };
}

function counter(
  name: string,
  unit: string,
  description: string,
  points: readonly { attributes: Attributes; count: number }[],
): Metric {
  const copies = points.map(({ attributes, count }) => ({ attributes, count }));
  return { name, unit, description, kind: 'counter', points: copies };
}
