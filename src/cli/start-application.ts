import { refuseUnknownEnvironment } from './application.ts';
import { launch, listening, stopOnSignal } from './launch/index.ts';
import { scanApplication } from './scan-application.ts';

interface Options {
  readonly env: string;
  readonly unit?: string;
  readonly port?: string;
  readonly json?: boolean;
}

/** `remit start`: serves until a signal ends it. */
export async function startApplication(
  app: string | undefined,
  { env, unit, port, json }: Options,
): Promise<never> {
  const begun = performance.now();
  const scanned = await scanApplication(app);
  const { name } = scanned.scanned.model;
  refuseUnknownEnvironment(env, [...scanned.scanned.code.environments.keys()]);
  const variables = process.env;
  const at = listening(variables, '0.0.0.0', port);
  const { server, stop } = await launch(scanned, { environment: env, unit, variables, listening: at });
  const address = server?.address;
  const milliseconds = Math.round(performance.now() - begun);
  process.stdout.write(
    json
      ? `${JSON.stringify({ name, unit, environment: env, address, port: server?.port, pid: process.pid, milliseconds })}\n`
      : `${unit === undefined ? name : `${name}.${unit}`} (${env}) serves at ${address}, started in ${milliseconds} ms\n`,
  );
  return stopOnSignal(stop);
}
