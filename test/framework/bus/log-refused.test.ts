import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from '@jest/globals';
import { LogBus } from '../../../src/framework/bus/log/log-bus.ts';
import { openLog } from '../../../src/framework/bus/log/open-log.ts';
import { recordingTelemetry } from '../../../src/telemetry/recording.ts';
import { removeTemporary, temporary } from '../harness.ts';

afterEach(removeTemporary);

test.each([
  [
    'damaged',
    (path: string) => writeFileSync(path, 'not a database at all, but long enough to be one'.repeat(100)),
  ],
  [
    'another application’s',
    (path: string) => {
      const database = new DatabaseSync(path);
      database.exec('CREATE TABLE theirs (a)');
      database.close();
    },
  ],
  ['a folder', (path: string) => mkdirSync(path)],
  [
    'without its tables',
    (path: string) => {
      openLog(path).close();
      const database = new DatabaseSync(path);
      database.exec('DROP TABLE delivery; DROP TABLE handled');
      database.close();
    },
  ],
  [
    'damaged in a later page',
    (path: string) => {
      const database = openLog(path);
      const insert = database.prepare('INSERT INTO handled (handler, id, at) VALUES (?, ?, 1)');
      for (let id = 0; id < 2_000; id += 1) insert.run('A.a', `event ${id}`);
      database.close();
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.fill(0x5a, bytes.length - 8_192));
    },
  ],
])('a file that is %s is refused: RMT3033', (_what, make) => {
  const file = join(temporary(), 'events.db');
  make(file);
  expect(() => new LogBus(file, recordingTelemetry())).toThrow(expect.objectContaining({ code: 'RMT3033' }));
});
