import { type Manage, sqlErrorOf } from 'remit/plugin';
import sql from 'remit:connect/sql@0.1.0';
import { tableLayout } from './table.ts';

function run(text: string): void {
  try {
    sql.query({ text, parameters: [] });
  } catch (error) {
    throw sqlErrorOf(error)?.val ?? error;
  }
}

export const manage: Manage = {
  provision(resourceInterface, resource) {
    if (resourceInterface !== 'keyValue') throw 'this plugin serves keyValue and nothing else';
    run(tableLayout(resource));
  },
  health() {
    run('SELECT count(*) FROM sqlite_schema');
  },
};
