import type { Variables } from './variables.ts';

export type Signal = 'traces' | 'metrics' | 'logs';

/** Where one signal goes. `terminal`: nothing was configured. */
export type Target =
  | { readonly kind: 'terminal' | 'console' | 'none' }
  | ({ readonly kind: 'otlp' } & OtlpSettings);

/** How one signal reaches an OTLP receiver. */
export interface OtlpSettings {
  readonly protocol: 'http/protobuf' | 'http/json';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds one batch may take, retries included. */
  readonly timeout: number;
  readonly compression: 'none' | 'gzip';
}

const exporters = ['otlp', 'console', 'none'] as const;
const protocols = ['http/protobuf', 'http/json'] as const;
const defaultEndpoint = 'http://localhost:4318';

/** A signal goes to a receiver when an exporter or an endpoint is named, and to the terminal otherwise. */
export function targetOf(signal: Signal, variables: Variables): Target {
  const own = `OTEL_EXPORTER_OTLP_${signal.toUpperCase()}`;
  const exporter = variables.choice(`OTEL_${signal.toUpperCase()}_EXPORTER`, exporters);
  if (exporter === 'none' || exporter === 'console') return { kind: exporter };
  const ownEndpoint = variables.url(`${own}_ENDPOINT`);
  const endpoint = variables.url('OTEL_EXPORTER_OTLP_ENDPOINT');
  if (exporter === undefined && ownEndpoint === undefined && endpoint === undefined)
    return { kind: 'terminal' };
  return {
    kind: 'otlp',
    protocol:
      variables.choice(`${own}_PROTOCOL`, protocols) ??
      variables.choice('OTEL_EXPORTER_OTLP_PROTOCOL', protocols) ??
      'http/protobuf',
    url: ownEndpoint?.href ?? under(endpoint ?? new URL(defaultEndpoint), signal),
    headers: { ...variables.pairs('OTEL_EXPORTER_OTLP_HEADERS'), ...variables.pairs(`${own}_HEADERS`) },
    timeout: variables.number(`${own}_TIMEOUT`, variables.number('OTEL_EXPORTER_OTLP_TIMEOUT', 10_000, 1), 1),
    compression:
      variables.choice(`${own}_COMPRESSION`, ['none', 'gzip']) ??
      variables.choice('OTEL_EXPORTER_OTLP_COMPRESSION', ['none', 'gzip']) ??
      'none',
  };
}

function under(endpoint: URL, signal: Signal): string {
  const url = new URL(endpoint);
  url.pathname = `${url.pathname.replace(/\/$/u, '')}/v1/${signal}`;
  return url.href;
}
