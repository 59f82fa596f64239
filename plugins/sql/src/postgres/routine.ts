import { quoted, tableName, type Kind } from '../name.ts';
import { printed } from './keyword.ts';

/** One function on the server: all that one operation does. */
export interface Routine {
  /** What follows the table's name: `get_many`. */
  readonly name: string;
  /** Types as PostgreSQL prints them. */
  readonly parameters: readonly string[];
  readonly returns: string;
  readonly declares?: string;
  /** PL/pgSQL; every name in it is qualified. */
  body(table: string, sequence: string): string;
}

/** The sequence of a schema that versions are drawn from. */
export const sequenceName = 'remit_version';

export function qualified(namespace: string, name: string): string {
  return `${quoted(namespace)}.${quoted(name)}`;
}

/** `kv_orders_get_many`. */
export function routineName(kind: Kind, resource: string, routine: Routine): string {
  return `${tableName(kind, resource)}_${routine.name}`;
}

/** `remit.kv_orders_get_many(text[])`, as PostgreSQL prints a `regprocedure`. */
export function signature(namespace: string, kind: Kind, resource: string, routine: Routine): string {
  const name = routineName(kind, resource, routine);
  return `${printed(namespace)}.${printed(name)}(${routine.parameters.join(',')})`;
}

/** The call: of a set-returning function its rows, of any other its value. */
export function callOf(namespace: string, kind: Kind, resource: string, routine: Routine): string {
  const name = qualified(namespace, routineName(kind, resource, routine));
  const parameters = routine.parameters.map((_, index) => `$${index + 1}`).join(', ');
  const rows = routine.returns.startsWith('TABLE') || routine.returns.startsWith('SETOF');
  return `SELECT ${rows ? '* FROM ' : ''}${name}(${parameters})`;
}
