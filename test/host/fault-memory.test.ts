import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { subject } from './subject.ts';

const script = fileURLToPath(new URL('fault-memory.mjs', import.meta.url));
const kinds = ['spin', 'allocate', 'trap', 'wrongType', 'overflow'];

test.each([
  ['synchronous', false],
  ['through JSPI', true],
])(
  'memory is flat after a thousand faults, %s',
  async (_, asynchronous) => {
    const options = await subject('hostile', { asynchronous });
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--expose-gc',
      script,
      JSON.stringify(options),
      JSON.stringify(kinds),
    ]);
    const { outcomes, rounds, statistics } = JSON.parse(stdout) as {
      outcomes: Record<string, number>;
      rounds: number[];
      statistics: unknown;
    };
    expect(outcomes).toEqual({
      'spin RMT2010': 200,
      'allocate RMT2011': 200,
      'trap RMT2013': 200,
      'wrongType RMT2013': 200,
      'overflow RMT2015': 200,
    });
    expect(statistics).toEqual({ instances: 0, busy: 0, waiting: 0, discarded: 1000 });
    const early = Math.max(...rounds.slice(0, 3));
    const late = Math.min(...rounds.slice(-3));
    // A leak of one instance's smallest memory (1.5 MiB) per fault would be hundreds of MiB here.
    expect({ rounds, grown: late - early > 20 }).toEqual({ rounds, grown: false });
  },
  60_000,
);
