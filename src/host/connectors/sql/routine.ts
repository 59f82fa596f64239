/** A function of the server: what a grant names and what a statement calls. */
export interface Routine {
  readonly schema: string;
  readonly name: string;
  readonly parameters: number;
}

const identifier = String.raw`("(?:[^"]|"")+"|[a-z_][a-z0-9_]*)`;
const signature = new RegExp(String.raw`^${identifier}\.${identifier}\(([a-z0-9 ,[\]]*)\)$`, 'u');
const call = new RegExp(
  String.raw`^SELECT (?:\* FROM )?${identifier}\.${identifier}\((|\$1(?:, \$\d{1,3})*)\)$`,
  'u',
);

/** The function that a grant names: `remit.kv_orders_get(text)`. */
export function routineOf(resource: string): Routine | undefined {
  return found(signature.exec(resource));
}

/** The schema that a grant's function is in, as it is written there. */
export function schemaOf(resource: string): string {
  return signature.exec(resource)?.[1] ?? '';
}

/** The function that a statement calls, when it is such a call and nothing else. */
export function calledRoutine(text: string): Routine | undefined {
  return found(call.exec(text));
}

export function sameRoutine(one: Routine, other: Routine): boolean {
  return one.schema === other.schema && one.name === other.name && one.parameters === other.parameters;
}

function found(match: RegExpExecArray | null): Routine | undefined {
  if (!match) return undefined;
  const [, schema = '', name = '', parameters = ''] = match;
  return {
    schema: unquoted(schema),
    name: unquoted(name),
    parameters: parameters === '' ? 0 : parameters.split(',').length,
  };
}

/** The identifier itself, as it is printed with quotes or without. */
export function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}
