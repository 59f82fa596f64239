import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from '@jest/globals';
import { removeTemporary, temporary } from '../harness.ts';

const script = join(import.meta.dirname, 'crash.ts');
const rounds = 12;
const each = 150;

function run(folder: string, first: number, count: number): ChildProcess {
  return fork(script, [join(folder, 'events.db'), join(folder, 'notes.db'), String(first), String(count)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
}

/** Resolves once it was told `message` so often. */
function told(child: ChildProcess, message: string, times: number): Promise<void> {
  let count = 0;
  return new Promise((resolve, reject) => {
    child.on('message', (said) => said === message && (count += 1) === times && resolve());
    child.once('exit', (code) => reject(new Error(`It ended with ${code} after ${count} ${message}.`)));
  });
}

async function kill(child: ChildProcess): Promise<void> {
  const over = once(child, 'exit');
  child.kill('SIGKILL');
  await over;
}

describe('a process that is killed at any moment', () => {
  afterEach(removeTemporary);

  test('loses nothing that was accepted, and publishes what a handler emitted once', async () => {
    const folder = temporary();
    let least = 0;
    for (let round = 0; round < rounds; round += 1) {
      const child = run(folder, round * each, each);
      const enough = 1 + Math.floor(Math.random() * each);
      least += enough;
      await told(child, 'accepted', enough);
      await kill(child);
    }
    const last = run(folder, rounds * each, 1);
    await told(last, 'empty', 1);
    await kill(last);

    const notes = new DatabaseSync(join(folder, 'notes.db'));
    const numbers = (kind: string): number[] =>
      notes
        .prepare('SELECT n FROM note WHERE kind = ?')
        .all(kind)
        .map((row) => row['n'] as number);
    const accepted = numbers('accepted');
    const first = new Set(numbers('A.first'));
    const second = new Set(numbers('B.second'));
    const followUps = notes.prepare(
      `SELECT n, count(DISTINCT id) AS ids FROM note WHERE kind = 'B.second' GROUP BY n`,
    );
    const twice = followUps.all().filter((row) => row['ids'] !== 1);
    notes.close();
    expect(accepted.length).toBeGreaterThanOrEqual(least);
    expect(accepted.filter((n) => !first.has(n))).toEqual([]);
    expect(accepted.filter((n) => !second.has(n))).toEqual([]);
    expect([...first].filter((n) => !second.has(n))).toEqual([]);
    expect(twice).toEqual([]);
  }, 300_000);
});
