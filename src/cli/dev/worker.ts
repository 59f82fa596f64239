import { resolve } from 'node:path';
import { DiagnosticsError, RemitError } from '../../errors/index.ts';
import { refuseUnknownEnvironment } from '../application.ts';
import { failure } from '../failure.ts';
import { lastError } from '../last-error.ts';
import { launch, type Launched } from '../launch/index.ts';
import { diagnosticsOf, report } from '../report.ts';
import { scanApplication } from '../scan-application.ts';
import { uncaught } from '../uncaught.ts';
import { welcome } from '../welcome/index.ts';
import type { Assignment } from './cluster.ts';
import type { Message, Refusal } from './message.ts';
import { withDevSecret } from './secret.ts';

report.command = 'dev';
const assignment = JSON.parse(process.env['REMIT_DEV'] ?? '{}') as Assignment;
delete process.env['REMIT_DEV'];

/** Milliseconds in which connections on their way to this process are served, or go back to the supervisor. */
const lingering = 1000;

// A terminal sends Ctrl-C to every process of the group; the supervisor decides what becomes of this one.
process.on('SIGINT', () => undefined);
let launched: Launched | undefined;
process.on('SIGTERM', () => end(0));
process.on('message', () => {
  launched?.server?.unlisten();
  end(lingering);
});
process.on('uncaughtException', (error) => void (launched ? lastError(error) : refuse(uncaught(error))));

try {
  await work(assignment);
} catch (error) {
  await refuse(error);
}

async function work({ file, environment, at, secret }: Assignment): Promise<void> {
  await tell({ kind: 'files', files: [file] });
  const app = await scanApplication(file);
  await tell({ kind: 'files', files: app.files });
  refuseUnknownEnvironment(environment, [...app.scanned.code.environments.keys()]);
  const { variables, madeUp } = withDevSecret(app.scanned, environment, process.env, secret);
  launched = await launch(app, { environment, variables, listening: at });
  const address = launched.server?.address ?? '';
  await tell({
    kind: 'serving',
    welcome: await welcome({ app, file, environment, address, variables, madeUp }),
  });
}

/** Finishes what there is and ends. */
function end(after: number): void {
  setTimeout(() => void (launched?.stop() ?? Promise.resolve()).then(() => process.exit(0), refuse), after);
}

/** Says what is wrong and ends. */
async function refuse(error: unknown): Promise<void> {
  failure(error);
  const files = diagnosticsOf(error).flatMap(({ place }) =>
    place ? [resolve(report.root, place.file)] : [],
  );
  await tell({ kind: 'files', files });
  await tell({ kind: 'refused', because: refusalOf(error) });
  process.exit(1);
}

/** What editing the application can mend is the application's; a port in use or a locked database is not. */
function refusalOf(error: unknown): Refusal {
  const { code } = error instanceof RemitError ? error : { code: '' };
  const isMistake = error instanceof DiagnosticsError && /^RMT(1|403|6050)/.test(code) && code !== 'RMT1086';
  return isMistake || code === 'RMT3042' ? 'application' : 'surroundings';
}

function tell(message: Message): Promise<void> {
  return new Promise((done) => {
    if (!process.connected) done();
    else process.send?.(message, undefined, undefined, () => done());
  });
}
