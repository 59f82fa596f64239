import { DatabaseSync } from 'node:sqlite';
import { LogBus } from '../../../src/framework/bus/log/log-bus.ts';
import { silentTelemetry } from '../../../src/telemetry/silent.ts';
import { numberOf, outgoing, policies } from './outgoing.ts';

/**
 * A process to be killed at any moment. Publishes numbers and writes down, in a database of its own, which were
 * accepted, which ran, and which follow-ups arrived. Arguments: log, notes, first number, how many.
 */
const [log = '', notes = '', first = '0', count = '0'] = process.argv.slice(2);

const database = new DatabaseSync(notes, { timeout: 5_000 });
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
database.exec('CREATE TABLE IF NOT EXISTS note (kind TEXT, n INTEGER, id TEXT)');
const note = database.prepare('INSERT INTO note VALUES (?, ?, ?)');

const bus = new LogBus(log, silentTelemetry(), { delay: () => 5, heartbeat: 50 });
bus.start(
  async (delivery) => {
    const n = numberOf(delivery);
    note.run(delivery.handler, n, delivery.envelope.id);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
    return delivery.handler === 'A.first' ? [outgoing(n, ['B.second'], `follow-${n}-${process.pid}`)] : [];
  },
  policies(50, 'A.first', 'B.second'),
);

const from = Number(first);
for (let n = from; n < from + Number(count); n += 1) {
  await bus.publish([outgoing(n, ['A.first'], `event-${n}`)]);
  note.run('accepted', n, '');
  process.send?.('accepted');
}
setInterval(() => {
  if (bus.pending === 0) process.send?.('empty');
}, 20);
