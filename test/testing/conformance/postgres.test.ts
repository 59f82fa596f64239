import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildPlugin } from '../../../src/host/build/index.ts';
import { testPlugin } from '../../../src/testing/index.ts';
import { type PostgresServer, startPostgres } from '../../servers/postgres.ts';
import { buildMutant } from './mutants.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const connector = (schema: string) => ({ kind: 'postgres', url: server.url(), schema }) as const;

test('the plugin that Remit ships conforms', async () => {
  const { file: component } = await buildPlugin('plugins/sql', { output: '.remit/test/plugins' });
  const report = await testPlugin({ component, connector: connector('a schema'), runs: 8 });
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({ connector: 'postgres', conforms: true });
}, 60_000);

test('the call of a function that is declared for another operation is missing, and the declared one in excess', async () => {
  const component = await buildMutant({
    name: 'reads-by-another-function',
    file: 'src/postgres/keyvalue.ts',
    from: 'return truth(single(sql.query({ text: this.#calls.exists, parameters: [text(key)] })));',
    to: 'return single(sql.query({ text: this.#calls.get, parameters: [text(key)] })) !== null;',
  });
  const report = await testPlugin({
    component,
    connector: connector('other'),
    interfaces: ['keyValue'],
    runs: 2,
  });
  const about = { interface: 'keyValue', operation: 'exists' };
  expect(report.findings).toContainEqual(
    expect.objectContaining({
      ...about,
      code: 'RMT2102',
      action: expect.stringMatching(/_get of 1 parameter$/),
    }),
  );
  expect(report.findings).toContainEqual(
    expect.objectContaining({
      ...about,
      code: 'RMT2103',
      action: expect.stringMatching(/_exists"?\(text\)$/),
    }),
  );
}, 60_000);

test('an increment that the server loses is noticed', async () => {
  const component = await buildMutant({
    name: 'loses-the-eighth',
    file: 'src/postgres/keyvalue-routines.ts',
    from: 'THEN convert_to((${counter} + $2)::text',
    to: 'THEN convert_to((${counter} + $2 - (CASE WHEN ${counter} = 7 THEN 1 ELSE 0 END))::text',
  });
  const report = await testPlugin({
    component,
    connector: connector('lossy'),
    interfaces: ['keyValue'],
    runs: 2,
  });
  expect(report.findings).toContainEqual(
    expect.objectContaining({
      code: 'RMT2101',
      operation: 'increment',
      law: 'increments at once lose nothing',
    }),
  );
}, 60_000);
