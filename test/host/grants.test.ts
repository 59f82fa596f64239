import { describe, expect, test } from '@jest/globals';
import type { Instance, Pool } from '../../src/host/index.ts';
import { Grants } from '../../src/host/grants/grants.ts';

const good = {
  target: 'postgres',
  action: 'EXECUTE',
  resourceType: 'function',
  resource: 'remit.kv_orders_get(text)',
  enforceable: 'exact',
  excess: [],
  reason: 'because',
};

/** A deploy face that answers with anything. */
function face(answer: (need: { resource: string }) => unknown): { grants: Grants; asked: () => number } {
  let asked = 0;
  const instance: Instance = {
    operation: undefined,
    kept: new Map(),
    exports: { 'remit:plugin/deploy': { grants: (need) => (asked++, answer(need as { resource: string })) } },
  };
  const pool = {
    use: async (_: unknown, work: (one: Instance) => unknown) => work(instance),
  } as unknown as Pool;
  return { grants: new Grants('mine', 'postgres', 'remit', pool), asked: () => asked };
}

describe('answers of a deploy face', () => {
  test('are passed on with nothing else in them, frozen, and asked for once', async () => {
    const { grants, asked } = face(() => [{ ...good, more: 'things' }]);
    const answer = await grants.of('keyValue', 'orders', 'get');
    expect(answer).toEqual([good]);
    expect(Object.isFrozen(answer) && Object.isFrozen(answer[0]) && Object.isFrozen(answer[0]?.excess)).toBe(
      true,
    );
    await grants.of('keyValue', 'orders', 'get');
    expect(asked()).toBe(1);
  });

  test.each([
    ['no list', () => good],
    ['nothing', () => undefined],
    ['no record', () => ['x']],
    ['null', () => [null]],
    ['an unknown enforceable', () => [{ ...good, enforceable: 'mostly' }]],
    ['a missing action', () => [{ ...good, action: undefined }]],
    ['an empty resource', () => [{ ...good, resource: '' }]],
    ['an action for all', () => [{ ...good, action: '*' }]],
    ['a pattern of actions', () => [{ ...good, action: 'dynamodb:Get*' }]],
    ['another target', () => [{ ...good, target: 'sqlite' }]],
    ['an excess that is no list', () => [{ ...good, excess: 'x' }]],
    ['an exact grant with an excess', () => [{ ...good, excess: ['more'] }]],
    [
      'a function of the server itself',
      () => [{ ...good, resource: 'pg_catalog.query_to_xml(text,boolean)' }],
    ],
    ['a function of another schema', () => [{ ...good, resource: '"other".kv_orders_get(text)' }]],
    ['a function without a schema', () => [{ ...good, resource: 'kv_orders_get(text)' }]],
    ['another schema', () => [{ ...good, action: 'USAGE', resourceType: 'schema', resource: 'public' }]],
    ['a line break, that could end a comment of a script', () => [{ ...good, reason: 'a\nDROP TABLE x' }]],
  ])('are refused when there is %s', async (_, answer) => {
    await expect(face(answer).grants.of('keyValue', 'orders', 'get')).rejects.toMatchObject({
      code: 'RMT2062',
      details: { plugin: 'mine', resource: 'orders', operation: 'get' },
    });
  });

  test('are refused when they give what belongs to another resource', async () => {
    const { grants } = face(() => [good]);
    await grants.of('keyValue', 'orders', 'get');
    await expect(grants.of('keyValue', 'receipts', 'get')).rejects.toMatchObject({ code: 'RMT2062' });
    await expect(grants.of('keyValue', 'orders', 'exists')).resolves.toHaveLength(1);
    await expect(grants.of('keyValue', 'orders', 'set')).rejects.toMatchObject({ code: 'RMT2100' });
  });

  test('are refused when they give what belongs to another resource, written in another way', async () => {
    const { grants } = face(({ resource }) => [
      resource === 'orders' ? good : { ...good, resource: '"remit"."kv_orders_get"(text)' },
    ]);
    await grants.of('keyValue', 'orders', 'get');
    await expect(grants.of('keyValue', 'receipts', 'get')).rejects.toMatchObject({ code: 'RMT2062' });
  });

  test('are asked for again after a failure', async () => {
    let works = false;
    const { grants } = face(() => {
      if (!works) throw 'not now';
      return [good];
    });
    await expect(grants.of('keyValue', 'orders', 'get')).rejects.toMatchObject({ code: 'RMT2063' });
    works = true;
    await expect(grants.of('keyValue', 'orders', 'get')).resolves.toHaveLength(1);
  });
});
