import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Message } from '../../../src/cli/dev/message.ts';
import type { Ending } from '../../../src/cli/dev/process.ts';
import { Supervisor } from '../../../src/cli/dev/supervisor.ts';

/** A process that does what the test says, and writes down what it is asked. */
class Fake extends EventEmitter {
  readonly asked: string[] = [];
  retire(): void {
    this.asked.push('retired');
  }
  stop(): void {
    this.asked.push('stopped');
  }
  kill(): void {
    this.asked.push('killed');
  }
  says(message: Message): void {
    this.emit('message', message);
  }
  serves(): void {
    this.says({ kind: 'serving', welcome: 'welcome' });
  }
  ends(ending: Partial<Ending> = {}): void {
    this.emit('exit', { code: null, signal: null, ...ending });
  }
}

function stage() {
  const processes: Fake[] = [];
  const said: string[] = [];
  const watched: string[] = [];
  let change = (): void => {};
  const supervisor = new Supervisor({
    launch() {
      const process = new Fake();
      processes.push(process);
      return process;
    },
    watch(onChange) {
      change = onChange;
      return { add: (files) => watched.push(...files), close: () => watched.push('closed') };
    },
    say: (text) => said.push(text),
  });
  const at = (index: number): Fake => {
    const process = processes[index];
    if (!process) throw new Error(`process ${index} was not started`);
    return process;
  };
  return { supervisor, processes, said, watched, at, change: () => change() };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('the old process is stopped only when the new one serves', () => {
  const { supervisor, at, change, said, processes } = stage();
  void supervisor.run();
  at(0).serves();
  change();
  expect(at(0).asked).toEqual([]);
  at(1).serves();
  expect(at(0).asked).toEqual(['retired']);
  at(0).ends({ code: 0 });
  expect(processes).toHaveLength(2);
  expect(said[0]).toBe('welcome');
  expect(said[1]).toMatch(/^restarted in \d+ ms$/);
});

test('a new process that cannot start leaves the old one serving', () => {
  const { supervisor, at, change, said } = stage();
  void supervisor.run();
  at(0).serves();
  change();
  at(1).says({ kind: 'refused', because: 'application' });
  at(1).ends({ code: 1 });
  expect(at(0).asked).toEqual([]);
  expect(said.at(-1)).toBe('The version before goes on serving; waiting for a change.');
  change();
  at(2).serves();
  expect(at(0).asked).toEqual(['retired']);
});

test('a mistake in the application at the first start waits for a change', () => {
  const { supervisor, at, change, said } = stage();
  void supervisor.run();
  at(0).says({ kind: 'refused', because: 'application' });
  at(0).ends({ code: 1 });
  expect(said).toEqual(['Waiting for a change.']);
  change();
  at(1).serves();
  expect(said.at(-1)).toBe('welcome');
});

test('what surrounds the application and refuses its first start ends it', async () => {
  const { supervisor, at } = stage();
  const outcome = supervisor.run();
  at(0).says({ kind: 'refused', because: 'surroundings' });
  at(0).ends({ code: 1 });
  await expect(outcome).resolves.toBe('refused');
});

test('a change while a process starts kills that one and starts another', () => {
  const { supervisor, at, change, processes, said } = stage();
  void supervisor.run();
  at(0).serves();
  change();
  change();
  expect(processes).toHaveLength(3);
  expect(at(1).asked).toEqual(['killed']);
  at(1).ends({ signal: 'SIGKILL' });
  expect(said).toEqual(['welcome']);
  at(2).serves();
  expect(at(0).asked).toEqual(['retired']);
  expect(processes).toHaveLength(3);
});

test('a new process that says nothing for twenty seconds is killed; the version before goes on serving', () => {
  const { supervisor, at, change, said } = stage();
  void supervisor.run();
  at(0).serves();
  change();
  jest.advanceTimersByTime(15_000);
  at(1).says({ kind: 'files', files: ['a.ts'] });
  jest.advanceTimersByTime(19_999);
  expect(at(1).asked).toEqual([]);
  jest.advanceTimersByTime(1);
  expect(at(1).asked).toEqual(['killed']);
  at(1).ends({ signal: 'SIGKILL' });
  expect(said.at(-1)).toMatch(
    /^The new process was killed: it said nothing for 20 seconds\..* endless loop.*The version before goes on serving; waiting for a change\.$/,
  );
  change();
  at(2).serves();
  jest.advanceTimersByTime(60_000);
  expect([at(0).asked, at(2).asked]).toEqual([['retired'], []]);
});

test('a process that hangs after a crash waits for a change instead of a circle of starts', () => {
  const { supervisor, at, said, processes } = stage();
  void supervisor.run();
  at(0).serves();
  at(0).ends({ code: 1 });
  jest.advanceTimersByTime(250 + 20_000);
  at(1).ends({ signal: 'SIGKILL' });
  jest.advanceTimersByTime(60_000);
  expect(processes).toHaveLength(2);
  expect(said.at(-1)).toContain('Waiting for a change.');
});

test('what does not end when asked is killed after ten seconds', async () => {
  const { supervisor, at } = stage();
  const outcome = supervisor.run();
  at(0).serves();
  supervisor.stop();
  jest.advanceTimersByTime(9_999);
  expect(at(0).asked).toEqual(['stopped']);
  jest.advanceTimersByTime(1);
  expect(at(0).asked).toEqual(['stopped', 'killed']);
  at(0).ends({ signal: 'SIGKILL' });
  await expect(outcome).resolves.toBe('stopped');
});

test('a crash is followed by a start, ever later; a change does not wait', () => {
  const { supervisor, at, change, said, processes } = stage();
  void supervisor.run();
  for (const [index, wait] of [250, 500, 1000, 2000, 4000, 8000, 8000].entries()) {
    at(index).serves();
    at(index).ends({ signal: 'SIGKILL' });
    expect(said.at(-1)).toBe(`The application ended by itself (SIGKILL). Starting it again in ${wait} ms.`);
    jest.advanceTimersByTime(wait - 1);
    expect(processes).toHaveLength(index + 1);
    jest.advanceTimersByTime(1);
    expect(processes).toHaveLength(index + 2);
  }
  at(7).serves();
  at(7).ends({ code: 3 });
  change();
  expect(processes).toHaveLength(9);
  jest.advanceTimersByTime(20_000);
  expect(processes).toHaveLength(9);
});

test('a process that served for long is started again soon', () => {
  const { supervisor, at, said } = stage();
  void supervisor.run();
  at(0).serves();
  at(0).ends({ code: 1 });
  jest.advanceTimersByTime(250);
  at(1).serves();
  jest.advanceTimersByTime(10_000);
  at(1).ends({ code: 1 });
  expect(said.at(-1)).toContain('in 250 ms');
});

test('once it has served, what surrounds it is tried again', () => {
  const { supervisor, at, processes } = stage();
  void supervisor.run();
  at(0).serves();
  at(0).ends({ code: 1 });
  jest.advanceTimersByTime(250);
  at(1).says({ kind: 'refused', because: 'surroundings' });
  at(1).ends({ code: 1 });
  jest.advanceTimersByTime(500);
  expect(processes).toHaveLength(3);
});

test('stop waits for every process, and the second stop does not', async () => {
  const { supervisor, at, change, watched } = stage();
  const outcome = supervisor.run();
  at(0).says({ kind: 'files', files: ['a.ts'] });
  at(0).serves();
  change();
  supervisor.stop();
  expect([at(0).asked, at(1).asked]).toEqual([['stopped'], ['killed']]);
  at(1).ends({ code: 0 });
  supervisor.stop();
  expect(at(0).asked).toEqual(['stopped', 'killed']);
  at(0).ends({ signal: 'SIGKILL' });
  await expect(outcome).resolves.toBe('stopped');
  expect(watched).toEqual(['a.ts', 'closed']);
});
