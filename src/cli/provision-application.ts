import { provision } from '../framework/index.ts';
import { createTelemetry } from '../telemetry/index.ts';
import { refuseUnknownEnvironment } from './application.ts';
import { withDevSecret } from './dev/secret.ts';
import { startOptions } from './launch/index.ts';
import { scanApplication } from './scan-application.ts';

interface Options {
  readonly env: string;
  readonly json?: boolean;
}

/** `remit provision`: creates what the resources of an environment need. */
export async function provisionApplication(app: string | undefined, { env, json }: Options): Promise<void> {
  const application = await scanApplication(app);
  const { model, code } = application.scanned;
  refuseUnknownEnvironment(env, [...code.environments.keys()]);
  // Who provisions verifies no tokens, so the key for that may be missing.
  const { variables } = withDevSecret(application.scanned, env, process.env);
  const telemetry = await createTelemetry({ service: model.name, environment: env });
  try {
    const options = startOptions(application, { environment: env, variables }, telemetry);
    await provision(application.scanned, options);
  } finally {
    await telemetry.shutdown();
  }
  const resources = model.resources.map(({ name }) => name);
  const text = `${model.name} (${env}) has what it needs for ${resources.join(', ') || 'no resources'}`;
  process.stdout.write(`${json ? JSON.stringify({ environment: env, resources }) : text}\n`);
}
