import { applicationFile } from '../application.ts';
import { exitCode } from '../exit-code.ts';
import { listening } from '../launch/settings.ts';
import { launchWorkers } from './cluster.ts';
import { freePort } from './free-port.ts';
import { makeSecret } from './secret.ts';
import { Supervisor } from './supervisor.ts';
import { watchSources } from './watch.ts';

interface Options {
  readonly env: string;
  readonly port?: string;
}

/** `remit dev`: supervises processes that run the application until a signal ends it. */
export async function develop(app: string | undefined, { env, port }: Options): Promise<void> {
  const file = applicationFile(app);
  const wanted = listening(process.env, '127.0.0.1', port);
  // Every process listens on the same port, so "any free one" is decided once.
  const at = wanted.port === 0 ? { ...wanted, port: await freePort(wanted.host) } : wanted;
  const supervisor = new Supervisor({
    launch: launchWorkers({ file, environment: env, at, secret: makeSecret() }),
    watch: watchSources,
    say: (text) => process.stdout.write(`${text}\n`),
  });
  const stop = (): void => supervisor.stop();
  process.on('SIGTERM', stop).on('SIGINT', stop);
  if ((await supervisor.run()) === 'refused') process.exitCode = exitCode.notStarted;
}
