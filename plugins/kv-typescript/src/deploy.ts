import type { Deploy } from 'remit/plugin';
import { tableName } from './table.ts';

/** What each operation does to its table. Every write reads too: it looks for the key. */
const actions = new Map([
  ['get', ['SELECT']],
  ['exists', ['SELECT']],
  ['getMany', ['SELECT']],
  ['list', ['SELECT']],
  ['set', ['SELECT', 'INSERT', 'UPDATE']],
  ['setMany', ['SELECT', 'INSERT', 'UPDATE']],
  ['delete', ['SELECT', 'DELETE']],
  ['increment', ['SELECT', 'INSERT', 'UPDATE']],
  ['swap', ['SELECT', 'INSERT', 'UPDATE']],
]);

export const deploy: Deploy = {
  grants({ resourceInterface, resource, operation, target }) {
    if (resourceInterface !== 'keyValue') throw 'this plugin serves keyValue and nothing else';
    if (target !== 'sqlite') throw 'this plugin knows the target sqlite and no other';
    const needed = actions.get(operation);
    if (!needed) throw `keyValue has no operation ${operation}`;
    return needed.map((action) => ({
      target,
      action,
      resourceType: 'table',
      resource: tableName(resource),
      enforceable: 'none',
      excess: ['everything in the file'],
      reason: 'SQLite has no users: the process may do all to its file, and judges itself.',
    }));
  },
};
