import { type EnvironmentDefinition, settingsOf, type Variable } from '../decorators/index.ts';
import { DiagnosticsError, type Diagnostic, RemitError } from '../errors/index.ts';
import type { Scanned } from '../scan/index.ts';

/** The variables of a process: name → value. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** An environment of the application. @throws RemitError RMT3041 naming those there are. */
export function environmentOf(scanned: Scanned, name: string): EnvironmentDefinition {
  const definition = scanned.code.environments.get(name);
  if (definition) return definition;
  const known = [...scanned.code.environments.keys()];
  throw new RemitError('RMT3041', `There is no environment ${name}; there is ${known.join(', ')}.`, {
    details: { environment: name, known },
  });
}

/** The value of a setting. An empty variable counts as missing: it is never what was meant. */
export function valueOf(setting: string | Variable, variables: Variables): string | undefined {
  if (typeof setting === 'string') return setting;
  const value = variables[setting.variable];
  return value === undefined || value === '' ? setting.fallback : value;
}

/** @throws DiagnosticsError RMT3040 for every variable that is missing, all at once. */
export function requireVariables(
  environment: string,
  definition: EnvironmentDefinition,
  variables: Variables,
): void {
  const settings = [
    ...(definition.resources ?? []).flatMap(({ connector }) =>
      settingsOf(connector).map(([, setting]) => setting),
    ),
    definition.auth?.key,
  ];
  const missing = new Set<string>();
  for (const setting of settings) {
    if (typeof setting === 'object' && valueOf(setting, variables) === undefined)
      missing.add(setting.variable);
  }
  const diagnostics = [...missing].toSorted().map((variable): Diagnostic => ({
    code: 'RMT3040',
    message: `The environment ${environment} needs the variable ${variable}, and it is not set`,
    mend: `export ${variable}=…`,
  }));
  const [first, ...more] = diagnostics;
  if (first) throw new DiagnosticsError([first, ...more]);
}
