import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Application } from '../../src/decorators/index.ts';
import { diagnose, type SourceIndex } from '../../src/scan/index.ts';
import { indexSources } from '../../src/scan/sources/index.ts';
import right, { Right } from './sources/fixtures/emitting/right.ts';
import wrong from './sources/fixtures/emitting/wrong.ts';

const read = (name: string): Promise<SourceIndex> =>
  indexSources(resolve(`test/scan/sources/fixtures/emitting/${name}.ts`));

async function objections(application: Application, name: string): Promise<string[]> {
  const { diagnostics } = diagnose(application, await read(name));
  return diagnostics.map(({ code, message, place }) => `${code} ${place?.line} ${message}`);
}

test('events that a need lists, and calls that cannot be followed, are left alone', async () => {
  expect(await objections(right, 'right')).toEqual([]);
});

test('right calls are read too: they are left alone because they are listed', async () => {
  const methods = (await read('right')).classSource(Right)?.methods ?? [];
  const emitted = methods.map(
    ({ name, emitted: calls = [] }) => [name, calls.map((each) => `${each.through} ${each.event}`)] as const,
  );
  expect(Object.fromEntries(emitted)).toEqual({
    listed: [
      'this.announces Placed',
      'this.announces Placed',
      'this.both Cancelled',
      'this.both Cancelled',
      'this.local Local',
      'both Cancelled',
      'typed Cancelled',
      'this.announces Placed',
    ],
    otherHandles: ['this.audit Cancelled'],
    otherEvents: [],
    replacing: [],
  });
});

test('an event is objected to through casts, brackets, constants, closures and helpers, once for a handle', async () => {
  expect(await objections(wrong, 'wrong')).toEqual([
    'RMT1053 19 Wrong.all emits Cancelled, but this.announces asks only for emits(Placed).',
    'RMT1053 20 Wrong.all emits Local, but this.announces asks only for emits(Placed).',
    'RMT1053 22 Wrong.all emits Cancelled, but own asks only for emits(Placed).',
    'RMT1053 24 Wrong.all emits Local, but own asks only for emits(Placed).',
    'RMT1053 25 Wrong.all emits Placed, but this.clock asks for Clock, through which nothing can be emitted.',
    'RMT1053 30 Wrong.helping emits Cancelled, but this.announces asks only for emits(Placed).',
  ]);
});
