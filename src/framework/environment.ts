import {
  type EnvironmentDefinition,
  type ProviderDefinition,
  providerOf,
  settingsOf,
  type Variable,
} from '../decorators/index.ts';
import { DiagnosticsError, type Diagnostic, RemitError } from '../errors/index.ts';
import type { Model } from '../model/index.ts';
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

/**
 * Of an environment every variable, or of a process that runs one unit those that `unit`, the model of it, uses.
 * @throws DiagnosticsError RMT3040 for every variable that is missing, all at once.
 */
export function requireVariables(
  environment: string,
  definition: EnvironmentDefinition,
  variables: Variables,
  unit?: Model,
): void {
  const settings = [
    ...providersOf(definition, unit).flatMap(({ connector }) =>
      settingsOf(connector).map(([, setting]) => setting),
    ),
    unit === undefined || isGuarded(unit) ? definition.auth?.key : undefined,
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

function providersOf(
  definition: EnvironmentDefinition,
  unit: Model | undefined,
): readonly ProviderDefinition[] {
  if (unit === undefined) return definition.resources ?? [];
  return unit.resources.flatMap(({ name }) => providerOf(definition, name) ?? []);
}

function isGuarded({ services }: Model): boolean {
  return services.some(({ handlers }) => handlers.some(({ access }) => access?.kind === 'authenticated'));
}
