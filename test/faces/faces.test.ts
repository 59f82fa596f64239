import { describe, expect, test } from '@jest/globals';
import { evaluateFaces, grantsIn } from '../../src/faces/index.ts';
import type { Grant } from '../../src/permissions/index.ts';

function grant(resource: string): Grant {
  return {
    target: 'postgres',
    action: 'EXECUTE',
    resourceType: 'function',
    resource,
    enforceable: 'exact',
    excess: [],
    reason: 'because',
  };
}

const asked: string[] = [];
const bindingOf = (resource: string) => ({
  grants: async (kind: string, of: string, operation: string) => {
    asked.push(`${resource} ${kind} ${of} ${operation}`);
    return [grant(`${of}.${operation}`)];
  },
});

describe('evaluated faces', () => {
  test('have each operation of each resource once, sorted, as plain data', async () => {
    asked.length = 0;
    const faces = await evaluateFaces(
      [
        { interface: 'keyValue', resource: 'orders', operations: ['set', 'get'] },
        { interface: 'blobs', resource: 'receipts', operations: ['write'] },
        { interface: 'keyValue', resource: 'orders', operations: ['get'] },
      ],
      bindingOf,
    );
    expect(asked).toHaveLength(3);
    expect(faces.map(({ resource, operation }) => `${resource}.${operation}`)).toEqual([
      'receipts.write',
      'orders.get',
      'orders.set',
    ]);
    expect(JSON.parse(JSON.stringify(faces))).toEqual(faces);
  });

  test('are looked up by question; what nobody asked for has no grants', async () => {
    const faces = await evaluateFaces(
      [{ interface: 'keyValue', resource: 'orders', operations: ['get'] }],
      bindingOf,
    );
    const grantsOf = grantsIn(faces);
    expect(grantsOf({ interface: 'keyValue', resource: 'orders', operation: 'get' })).toEqual([
      grant('orders.get'),
    ]);
    expect(grantsOf({ interface: 'keyValue', resource: 'orders', operation: 'set' })).toEqual([]);
    expect(grantsOf({ interface: 'blobs', resource: 'orders', operation: 'get' })).toEqual([]);
  });
});
