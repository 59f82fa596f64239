import { DiagnosticsError } from '../../errors/index.ts';
import { grantsIn } from '../../faces/index.ts';
import {
  explain,
  type Granularity,
  postgresDocument,
  principalsOf,
  type PrincipalStatements,
  statementsOf,
} from '../../policy/index.ts';
import { refuseUnknownEnvironment } from '../application.ts';
import { pluginCache } from '../launch/settings.ts';
import { scanApplication } from '../scan-application.ts';
import { environmentFaces } from './environment-faces.ts';

/** Options of `remit policy`, as commander read them. */
export interface PolicyOptions {
  readonly env: string;
  readonly target: string;
  readonly per: Granularity;
  readonly why?: boolean;
  readonly json?: boolean;
}

/** `remit policy`: the statements that give each principal what its code asks for, and nothing else. */
export async function printPolicy(app: string | undefined, options: PolicyOptions): Promise<void> {
  const { scanned, root } = await scanApplication(app);
  const { model, code } = scanned;
  refuseUnknownEnvironment(options.env, [...code.environments.keys()]);
  const definition = code.environments.get(options.env) ?? {};
  const { faces, schemas, resources } = await environmentFaces(model, {
    definition,
    target: options.target,
    cache: pluginCache(root),
    root,
  });
  if (resources.size === 0) throw nothingServed(model.name, options);
  const principals = statementsOf(principalsOf(model, options.per), grantsIn(faces));
  process.stdout.write(written(principals, schemas, options));
}

function written(
  principals: readonly PrincipalStatements[],
  schemas: readonly string[],
  { why, json }: PolicyOptions,
): string {
  if (json) return `${JSON.stringify(principals.map(withoutAsked), null, 2)}\n`;
  if (why) return `${principals.flatMap(({ statements }) => statements.flatMap(explain)).join('\n')}\n`;
  return postgresDocument(principals, schemas);
}

function withoutAsked({ name, notEnforced, statements }: PrincipalStatements): object {
  return { principal: name, ...(notEnforced && { notEnforced }), statements };
}

function nothingServed(app: string, { env, target }: PolicyOptions): DiagnosticsError {
  return new DiagnosticsError([
    {
      code: 'RMT5002',
      message: `Environment ${env} of ${app} serves no resource from ${target}`,
      mend: `${env}: { resources: [${target}({ url: env('DATABASE_URL') })] }`,
    },
  ]);
}
