import { describe, expect, test } from '@jest/globals';
import type { Model, ServiceModel } from '../../src/model/index.ts';
import type { Grant } from '../../src/permissions/index.ts';
import { postgresDocument, principalsOf, statementsOf } from '../../src/policy/index.ts';

const place = { file: 'src/ordering.ts', line: 12, column: 3 };

function resourceNeed(resource: string, operations: readonly string[], token: string, index = 0) {
  return { kind: 'resource', interface: 'keyValue', resource, operations, token, index, place } as const;
}

function service(name: string, parts: Partial<ServiceModel>): ServiceModel {
  return { name, class: name, unit: 'main', formerly: [], needs: [], handlers: [], ...parts };
}

function handler(name: string, needs: ServiceModel['needs']): ServiceModel['handlers'][number] {
  const [, method = name] = name.split('.');
  return {
    name,
    method,
    event: method,
    replies: [],
    routes: [],
    schedules: [],
    needs,
    timeout: 1000,
    retries: 0,
  };
}

const ordering = service('Ordering', {
  needs: [resourceNeed('orders', ['get', 'set'], 'OrderBook')],
  handlers: [
    handler('Ordering.place', []),
    handler('Ordering.drop', [resourceNeed('orders', ['delete'], 'OrderBin', 1)]),
  ],
});
const reports = service('Reports', {
  needs: [{ kind: 'service', service: 'Ordering', token: 'Ordering', index: 0 }],
  handlers: [handler('Reports.daily', [])],
});

const model: Model = {
  format: 1,
  name: 'shop',
  units: { main: ['Ordering', 'Reports'] },
  services: [ordering, reports],
  events: [],
  resources: [],
  environments: [],
};

const grantsOf = ({ resource, operation }: { resource: string; operation: string }): readonly Grant[] => [
  {
    target: 'postgres',
    action: 'USAGE',
    resourceType: 'schema',
    resource: 'remit',
    enforceable: 'exact',
    excess: [],
    reason: 'to name the function',
  },
  {
    target: 'postgres',
    action: 'EXECUTE',
    resourceType: 'function',
    resource: `remit.kv_${resource}_${operation}(text)`,
    enforceable: 'exact',
    excess: [],
    reason: operation,
  },
];

function granted(granularity: 'unit' | 'service' | 'handler'): Record<string, readonly string[]> {
  const all = statementsOf(principalsOf(model, granularity), grantsOf);
  return Object.fromEntries(
    all.map(({ name, statements }) => [
      name,
      statements.filter(({ action }) => action === 'EXECUTE').map(({ resource }) => resource),
    ]),
  );
}

const [del, get, set] = ['delete', 'get', 'set'].map((operation) => `remit.kv_orders_${operation}(text)`);

describe('statements', () => {
  test('a unit holds what all its services ask for', () => {
    expect(granted('unit')).toEqual({ 'shop.main': [del, get, set] });
  });

  test('a handler holds its own needs and those of its constructor', () => {
    expect(granted('handler')).toEqual({
      'shop.main.Ordering.drop': [del, get, set],
      'shop.main.Ordering.place': [get, set],
      'shop.main.Reports.daily': [del, get, set],
    });
  });

  test('a service document says that it is not enforced where the process runs others', () => {
    const [first] = principalsOf(model, 'service');
    expect(first?.notEnforced).toBe('the process also runs Reports and holds their rights too');
    expect(principalsOf(model, 'unit')[0]?.notEnforced).toBeUndefined();
  });

  test('a statement names everyone who asked for it', () => {
    const [unit] = statementsOf(principalsOf(model, 'unit'), grantsOf);
    const statement = unit?.statements.find(({ resource }) => resource === get);
    expect(statement?.reasons.map((reason) => [reason.service, reason.token, reason.place?.line])).toEqual([
      ['Ordering', 'OrderBook', 12],
      ['Reports', 'OrderBook', 12],
    ]);
  });
});

describe('the PostgreSQL document', () => {
  const hostile = `x"; DROP TABLE t; -- $remit$ ' \n\u2028 ${'y'.repeat(300)}`;

  test('no name leaves its quotes or its comment', () => {
    const principals = statementsOf(principalsOf({ ...model, name: hostile }, 'unit'), grantsOf);
    const document = postgresDocument(principals, [hostile]);
    const withoutQuoted = document.replaceAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|--[^\n]*/g, '');
    expect(withoutQuoted).not.toContain('DROP');
    expect(withoutQuoted).not.toContain('yyy');
  });

  test.each([
    ['ALL', 'function', 'remit.f(text)'],
    ['EXECUTE', 'function', 'remit.f(text) TO PUBLIC; --'],
    ['SELECT', 'table', 'remit.kv_orders'],
    ['USAGE', 'schema', 'remit, public'],
  ])('a deploy face cannot ask for %s on %s %s', (action, resourceType, resource) => {
    const forged: Grant = {
      target: 'postgres',
      action,
      resourceType,
      resource,
      enforceable: 'exact',
      excess: [],
      reason: '',
    };
    const principals = statementsOf(principalsOf(model, 'unit'), () => [forged]);
    expect(() => postgresDocument(principals, ['remit'])).toThrow(
      expect.objectContaining({ code: 'RMT5001' }),
    );
  });
});
