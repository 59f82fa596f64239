import { setTimeout } from 'node:timers/promises';
import { type Running, start, type StartOptions, type Variables } from '../../framework/index.ts';
import type { Authenticator, HttpServer } from '../../framework/http/index.ts';
import { createTelemetry, type Telemetry } from '../../telemetry/index.ts';
import type { ScannedApplication } from '../scan-application.ts';
import { runningHere } from '../last-error.ts';
import { authenticatorOf } from './authenticator.ts';
import { dataFolder, type Listening, pluginCache } from './settings.ts';

export interface LaunchOptions {
  readonly environment: string;
  /** Absent: all units in this process. */
  readonly unit?: string | undefined;
  readonly variables: Variables;
  /** Absent: no HTTP server. */
  readonly listening?: Listening;
}

/** An application that runs. */
export interface Launched {
  readonly running: Running;
  /** Absent when the environment does not say how callers prove who they are. */
  readonly auth: Authenticator | undefined;
  readonly server: HttpServer | undefined;
  /** Accepts nothing new, finishes what runs, hands telemetry over. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds in which a connection that was taken at the last moment may send its request. */
const arrival = 100;

/** Starts an application; whatever was opened before a fault is closed again. */
export async function launch(app: ScannedApplication, options: LaunchOptions): Promise<Launched> {
  const auth = await authenticatorOf(app.scanned, options.environment, options.variables);
  const { name } = app.scanned.model;
  const telemetry = await createTelemetry({ service: name, environment: options.environment });
  let running: Running | undefined;
  try {
    running = await start(app.scanned, startOptions(app, options, telemetry));
    const server = options.listening && (await serve(running, options.listening, telemetry, auth));
    const stop = once(() => stopAll(running, server, telemetry));
    runningHere({ telemetry, stop });
    return { running, auth, server, stop };
  } catch (error) {
    await stopAll(running, undefined, telemetry);
    throw error;
  }
}

/** What the framework is told, from the folder the application stands in and the variables of the process. */
export function startOptions(
  { root }: ScannedApplication,
  { environment, unit, variables }: LaunchOptions,
  telemetry: Telemetry,
): StartOptions {
  return {
    environment,
    unit,
    variables,
    telemetry,
    data: dataFolder(variables, root),
    cache: pluginCache(root),
    root,
  };
}

async function serve(
  { entries, isWell }: Running,
  { host, port }: Listening,
  telemetry: Telemetry,
  auth: Authenticator | undefined,
): Promise<HttpServer> {
  const { serveHttp } = await import('../../framework/http/index.ts');
  return serveHttp(entries, { host, port, telemetry, auth, isWell });
}

/** Who stops it may be told twice, by a signal and by an error that nobody caught. */
function once(stop: () => Promise<void>): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  return () => (stopped ??= stop());
}

async function stopAll(
  running: Running | undefined,
  server: HttpServer | undefined,
  telemetry: Telemetry,
): Promise<void> {
  try {
    server?.unlisten();
    if (server) await setTimeout(arrival);
    await server?.close();
  } finally {
    try {
      await running?.close();
    } finally {
      await telemetry.shutdown();
    }
  }
}
