import type { Grant } from '../../../permissions/index.ts';
import type { Telemetry } from '../../../telemetry/index.ts';
import type { Instance, WitInterfaces } from '../../component.ts';
import type { Connector, Observer } from '../connector.ts';
import type { SqlConnector } from './connector.ts';
import { sealedImports, sqlImports } from './imports.ts';
import { ownerRule, type Rule, ruleOf } from './rule.ts';

/** `remit:connect/sql` over a database. */
export class Sql implements Connector {
  readonly wit = 'remit:connect/sql';
  readonly ownerScope = ownerRule;
  readonly asynchronous: boolean;
  readonly #database: SqlConnector;

  constructor(database: SqlConnector) {
    this.#database = database;
    this.asynchronous = database.asynchronous;
  }

  scopeOf(operation: string, grants: readonly Grant[], observer?: Observer): Rule {
    return ruleOf(operation, grants, observer);
  }

  imports(instance: Instance, telemetry: Telemetry): WitInterfaces {
    return sqlImports(this.#database, telemetry, instance);
  }

  sealed(): WitInterfaces {
    return sealedImports();
  }

  check(): Promise<void> {
    return this.#database.check();
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}
