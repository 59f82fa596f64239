import { type Diagnostic, DiagnosticsError, RemitError, visible } from '../errors/index.ts';
import type { Sending, Variables } from '../framework/index.ts';
import type { Actor } from '../model/index.ts';
import { admit } from '../permissions/index.ts';
import type { Violation } from '../validation/index.ts';
import { refuseUnknownEnvironment } from './application.ts';
import { withDevSecret } from './dev/secret.ts';
import { exitCode } from './exit-code.ts';
import { launch, type Launched } from './launch/index.ts';
import { nearest } from './nearest.ts';
import { diagnosticsOf, writeDiagnostics } from './report.ts';
import { scanApplication, type ScannedApplication } from './scan-application.ts';
import { readWords, type Words } from './send-words.ts';

interface Options {
  readonly env: string;
  readonly token?: string;
  readonly json?: boolean;
}

/** `remit send`: one event, judged and handled as if it had come over HTTP. */
export async function sendEvent(given: readonly string[], { env, token, json }: Options): Promise<void> {
  const words = readWords(given);
  const app = await scanApplication(words.app);
  refuseUnknownEnvironment(env, [...app.scanned.code.environments.keys()]);
  refuseUnknownEvent(app, words.event);
  const variables = withKey(app, env, token);
  const launched = await launch(app, { environment: env, variables });
  try {
    print(await send(app, launched, words, token), json);
  } catch (error) {
    if (!(error instanceof RemitError)) throw error;
    writeDiagnostics(refusals(error, words.event));
    process.exitCode = exitCode.diagnostics;
  } finally {
    await launched.stop();
  }
}

async function send(
  { scanned }: ScannedApplication,
  { running, auth }: Launched,
  { event, payload }: Words,
  token: string | undefined,
): Promise<Sending> {
  const actor: Actor | undefined =
    token === undefined ? undefined : await auth?.authenticate(`Bearer ${token}`);
  const handlers = scanned.model.events.find(({ name }) => name === event)?.processedBy ?? [];
  for (const name of handlers) admit(name, running.entries.get(name)?.handler.access, actor);
  return running.send(event, payload, { sender: 'cli', actor });
}

/** Every broken rule of a payload on its own; any other error as it is. */
function refusals(error: RemitError, event: string): readonly Diagnostic[] {
  const violations = (error.details['violations'] ?? []) as readonly Violation[];
  if (error.code !== 'RMT3021' || violations.length === 0) return diagnosticsOf(error);
  return violations.map(({ path, message }) => ({
    code: error.code,
    message: `${path === '' ? event : `${event}.${path}`}: ${message}`,
    mend: '',
  }));
}

function print({ receipt, reply }: Sending, json: boolean | undefined): void {
  if (json) process.stdout.write(`${JSON.stringify({ receipt, ...(reply && { reply }) })}\n`);
  else if (reply) process.stdout.write(`${reply.event} ${visible(JSON.stringify(reply.body))}\n`);
  else process.stdout.write(`accepted ${receipt.id}, for ${receipt.sentTo.join(', ') || 'nobody'}\n`);
}

/** Without a token no key is needed, so a development one is made up where it is missing. */
function withKey({ scanned }: ScannedApplication, env: string, token: string | undefined): Variables {
  const { variables, madeUp } = withDevSecret(scanned, env, process.env);
  if (madeUp === undefined) return variables;
  if (token === undefined) return env === 'dev' ? variables : process.env;
  throw new DiagnosticsError([
    {
      code: 'RMT6042',
      message: `${madeUp} is not set, so the token cannot be verified`,
      mend: `export ${madeUp}="$(openssl rand -base64 48)"  # for dev and send alike`,
    },
  ]);
}

function refuseUnknownEvent({ scanned }: ScannedApplication, event: string): void {
  const names = scanned.model.events
    .filter(({ processedBy, builtIn }) => processedBy.length > 0 && !builtIn)
    .map(({ name }) => name);
  if (names.includes(event)) return;
  throw new DiagnosticsError([
    {
      code: 'RMT3026',
      message: `There is no event ${event} that something processes; there is ${names.join(', ')}`,
      mend: `remit send ${nearest(event, names) ?? names[0] ?? 'EVENT'} '{}'`,
    },
  ]);
}
