import { type ChildProcess, fork } from 'node:child_process';
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

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

describe('a process that is killed at any moment', () => {
  afterEach(removeTemporary);

  test('loses nothing that was accepted, and publishes what a handler emitted once', async () => {
    const folder = temporary();
    for (let round = 0; round < rounds; round += 1) {
      const child = run(folder, round * each, each);
      const over = ended(child);
      const killer = setTimeout(() => child.kill('SIGKILL'), 150 + Math.random() * 400);
      await over;
      clearTimeout(killer);
    }
    const last = run(folder, rounds * each, 1);
    const over = ended(last);
    await new Promise<void>((resolve) => {
      last.on('message', (message) => message === 'empty' && resolve());
    });
    last.kill('SIGKILL');
    await over;

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
    expect(accepted.length).toBeGreaterThan(each);
    expect(accepted.filter((n) => !first.has(n))).toEqual([]);
    expect(accepted.filter((n) => !second.has(n))).toEqual([]);
    expect([...first].filter((n) => !second.has(n))).toEqual([]);
    expect(twice).toEqual([]);
  }, 120_000);
});
