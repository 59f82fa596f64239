import type { Telemetry } from '../../telemetry/index.ts';
import type { Authenticator } from './auth/authenticator.ts';

/** Bounds of the HTTP server; each has a default. Times are milliseconds. */
export interface HttpLimits {
  /** Bytes of a body; default 1 MiB. */
  readonly body: number;
  /** Requests served at once; default 1,000. Further ones are answered 503. */
  readonly inFlight: number;
  /** Open connections; default 10,000. Further ones are closed. */
  readonly connections: number;
  /** How long headers may take to arrive; default 10,000. */
  readonly headersTimeout: number;
  /** How long a whole request may take to arrive; default 30,000. */
  readonly requestTimeout: number;
  /** How long an idle connection is kept; default 72,000, longer than most load balancers keep theirs. */
  readonly keepAliveTimeout: number;
  /** How often the timeouts are judged; default 5,000. */
  readonly checkInterval: number;
  /** How long requests in flight may take to end when the server closes; default 25,000. */
  readonly drain: number;
}

export const defaultLimits: HttpLimits = {
  body: 1024 * 1024,
  inFlight: 1000,
  connections: 10_000,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 72_000,
  checkInterval: 5000,
  drain: 25_000,
};

/** What `serveHttp` is given. */
export interface HttpOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly telemetry: Telemetry;
  /** Absent: nobody can prove who they are, so handlers with `@Authenticated` answer 401. */
  readonly auth?: Authenticator | undefined;
  /** Asked for `/health/ready`; absent: ready while the server takes requests. */
  readonly isWell?: (() => boolean) | undefined;
  readonly limits?: Partial<HttpLimits> | undefined;
}

/** A running HTTP server. */
export interface HttpServer {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  readonly port: number;
  /** Takes no further connection and goes on serving those there are: for a while between this and `close`. */
  unlisten(): void;
  /** Takes no further request, ends those in flight, and resolves when all connections are closed. */
  close(): Promise<void>;
}
