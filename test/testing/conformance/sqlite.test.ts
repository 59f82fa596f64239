import { expect, test } from '@jest/globals';
import { buildPlugin } from '../../../src/host/build/index.ts';
import { renderConformance, testPlugin } from '../../../src/testing/index.ts';
import { testComponent } from '../../components/index.ts';
import { buildMutant, type Mutant } from './mutants.ts';

const connector = { kind: 'sqlite' } as const;

test('the plugin that Remit ships conforms, and says what its operations took', async () => {
  const { file: component } = await buildPlugin('plugins/sql', { output: '.remit/test/plugins' });
  const report = await testPlugin({ component, connector });
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({ plugin: 'sql', connector: 'sqlite', conforms: true });
  expect(report.laws.length).toBeGreaterThan(20);
  expect(new Set(report.laws.map(({ name, interface: kind }) => `${kind} ${name}`)).size).toBe(
    report.laws.length,
  );
  for (const { fuel, memory } of report.usage) {
    expect(fuel).toBeGreaterThan(0);
    expect(fuel).toBeLessThanOrEqual(report.limits.fuel);
    expect(memory).toBeGreaterThan(0);
    expect(memory).toBeLessThanOrEqual(report.limits.memory);
  }
  expect(report.usage.map(({ operation }) => operation)).toEqual(
    expect.arrayContaining(['get', 'swap', 'write']),
  );
  expect(renderConformance(report)).toContain('It conforms.');
});

interface Wrong extends Mutant {
  readonly finds: object;
}

const keyValue = 'src/sqlite/keyvalue.ts';
const law = (operation: string, words: string, more: object = {}) => ({
  code: 'RMT2101',
  interface: 'keyValue',
  operation,
  law: expect.stringContaining(words),
  ...more,
});

const wrong: readonly Wrong[] = [
  {
    name: 'takes-empty-for-missing',
    file: keyValue,
    from: 'return rows[0] === undefined ? null : bytesOf(rows[0][0]);',
    to: 'const found = rows[0] && bytesOf(rows[0][0]); return found?.length ? found : null;',
    finds: law('get', 'empty value', { input: '{"key":"","value":"<0 bytes>"}' }),
  },
  {
    name: 'remembers-values',
    file: 'src/bucket.ts',
    from: '      return this.table.get(key);',
    to: `      const kept = (globalThis as any).kept ??= new Map();
      if (!kept.has(key)) kept.set(key, this.table.get(key));
      return kept.get(key);`,
    finds: law('get', 'last value set'),
  },
  {
    name: 'reads-then-writes-counters',
    file: keyValue,
    from: 'const outcome = sql.query({ text: this.#increment, parameters: [text(key), integer(delta)] });',
    to: `const before = this.get(key);
    const sum = (before ? Number(String.fromCharCode(...before)) : 0) + delta;
    this.set(key, Uint8Array.from(String(sum), (digit) => digit.charCodeAt(0)));
    if (sum === sum) return sum;
    const outcome = sql.query({ text: this.#increment, parameters: [text(key), integer(delta)] });`,
    finds: law('increment', 'between the connector calls', { input: '{"first":1,"second":1,"at":1}' }),
  },
  {
    name: 'writes-one-by-one',
    file: keyValue,
    from: 'sql.transaction(\n      entries.map(([key, value]) => ({ text: this.#set, parameters: [text(key), blob(value)] })),\n    );',
    to: 'for (const [key, value] of entries) this.set(key, value);',
    finds: law('setMany', 'all or none', { input: '{"keys":2,"at":1}' }),
  },
  {
    name: 'swaps-whatever-came-between',
    file: keyValue,
    from: 'WHERE key = ?1 AND version = ?3`',
    to: 'WHERE key = ?1 AND ?3 IS NOT NULL`',
    finds: law('swap', 'swaps at once'),
  },
  {
    name: 'skips-a-key-between-pages',
    file: 'src/page.ts',
    from: 'cursor: keys[pageSize - 1] ?? null',
    to: 'cursor: found[pageSize] ?? null',
    finds: law('list', 'while others write'),
  },
  {
    name: 'lists-backwards',
    file: keyValue,
    from: 'ORDER BY key LIMIT',
    to: 'ORDER BY key DESC LIMIT',
    finds: law('list', 'in order'),
  },
  {
    name: 'fails-to-delete-nothing',
    file: keyValue,
    from: 'sql.query({ text: this.#delete, parameters: [text(key)] });',
    to: `if (Number(sql.query({ text: this.#delete, parameters: [text(key)] }).changed) === 0) throw new Error('none');`,
    finds: law('delete', 'to delete it again does nothing', { input: '""' }),
  },
  {
    name: 'takes-letters-for-their-capitals',
    file: 'src/sqlite/layout.ts',
    from: 'key TEXT NOT NULL PRIMARY KEY',
    to: 'key TEXT COLLATE NOCASE NOT NULL PRIMARY KEY',
    finds: law('get', 'look alike', { input: '["a","A"]' }),
  },
  {
    name: 'lists-other-prefixes',
    file: 'src/sqlite/blobs.ts',
    from: 'AND name >= ?2`',
    to: 'AND ?2 IS NOT NULL`',
    finds: {
      code: 'RMT2101',
      interface: 'blobs',
      operation: 'list',
      law: expect.stringContaining('of a prefix'),
    },
  },
  {
    name: 'does-what-it-does-not-declare',
    file: 'src/sqlite/actions.ts',
    from: "set: ['SELECT', 'INSERT', 'UPDATE']",
    to: "set: ['SELECT', 'INSERT']",
    finds: {
      code: 'RMT2102',
      interface: 'keyValue',
      operation: 'set',
      action: expect.stringMatching(/^UPDATE on the table kv_/),
    },
  },
  {
    name: 'declares-what-it-does-not-do',
    file: keyValue,
    from: '`INSERT INTO ${table} (key, value, version) VALUES (?1, ?2, ${version}) ${upsert} = excluded.value`',
    to: '`INSERT OR REPLACE INTO ${table} (key, value, version) VALUES (?1, ?2, ${version})`',
    finds: {
      code: 'RMT2103',
      interface: 'keyValue',
      operation: 'set',
      action: expect.stringMatching(/^UPDATE on the table kv_/),
    },
  },
  {
    name: 'declares-more-than-any-may-have',
    file: 'src/sqlite/actions.ts',
    from: "get: ['SELECT']",
    to: "get: ['SELECT', 'DELETE']",
    finds: {
      code: 'RMT2100',
      interface: 'keyValue',
      operation: 'get',
      message: expect.stringContaining('DELETE on kv_'),
    },
  },
];

test.each(wrong)(
  'a plugin that $name is caught',
  async ({ finds, ...mutant }) => {
    const interfaces = [mutant.file.includes('blobs') ? 'blobs' : 'keyValue'] as const;
    const report = await testPlugin({ component: await buildMutant(mutant), connector, interfaces, runs: 5 });
    expect(report.conforms).toBe(false);
    expect(report.findings).toContainEqual(expect.objectContaining(finds));
    expect(renderConformance(report)).toContain('It does not conform');
  },
  60_000,
);

test('a component that imports more than its connector is caught, even where it never calls it', async () => {
  const component = await testComponent('clocked');
  const report = await testPlugin({ component, connector, interfaces: ['keyValue'] });
  expect(report.findings).toContainEqual(
    expect.objectContaining({ code: 'RMT2104', action: 'wasi:clocks/monotonic-clock@0.2.3' }),
  );
});

test('a deploy face that fails is told of for each operation, and no law is judged', async () => {
  const component = await testComponent('clocked');
  const report = await testPlugin({ component, connector, interfaces: ['keyValue'] });
  expect(report.laws).toEqual([]);
  expect(report.findings).toContainEqual(expect.objectContaining({ code: 'RMT2013', operation: 'get' }));
});
