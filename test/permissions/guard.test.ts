import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Model, NeedModel } from '../../src/model/index.ts';
import { compileGuard } from '../../src/permissions/index.ts';

const resources = ['orders', 'receipts', '__proto__', 'constructor'];
const operations = ['get', 'set', 'delete', 'toString'];

const need = fc.record({
  resource: fc.constantFrom(...resources),
  operations: fc.uniqueArray(fc.constantFrom(...operations)),
});
type Need = typeof need extends fc.Arbitrary<infer T> ? T : never;

function needModels(needs: Need[]): NeedModel[] {
  return needs.map((each, index) => ({
    kind: 'resource',
    interface: 'keyValue',
    token: 'T',
    index,
    ...each,
  }));
}

function modelOf(
  services: { name: string; needs: Need[]; handlers: { name: string; needs: Need[] }[] }[],
): Model {
  return {
    format: 1,
    name: 'test',
    units: {},
    events: [],
    resources: [],
    environments: [],
    services: services.map(({ name, needs, handlers }) => ({
      name,
      class: name,
      unit: 'main',
      formerly: [],
      needs: needModels(needs),
      handlers: handlers.map((handler) => ({
        name: `${name}.${handler.name}`,
        method: handler.name,
        event: 'E',
        replies: [],
        routes: [],
        schedules: [],
        needs: needModels(handler.needs),
        timeout: 1,
        retries: 0,
      })),
    })),
  };
}

const services = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('A', 'B', 'constructor'),
    needs: fc.array(need, { maxLength: 3 }),
    handlers: fc.uniqueArray(
      fc.record({ name: fc.constantFrom('x', 'y'), needs: fc.array(need, { maxLength: 3 }) }),
      { selector: ({ name }) => name },
    ),
  }),
  { selector: ({ name }) => name },
);

describe('the guard', () => {
  test('allows exactly what the service or its handler declares', () => {
    fc.assert(
      fc.property(services, (declared) => {
        const guard = compileGuard(modelOf(declared));
        const grants = (needs: Need[], resource: string, operation: string): boolean =>
          needs.some((each) => each.resource === resource && each.operations.includes(operation));
        for (const service of ['A', 'B', 'constructor', 'unknown']) {
          for (const handler of [undefined, 'x', 'y', 'unknown']) {
            for (const resource of resources) {
              for (const operation of operations) {
                const own = declared.find(({ name }) => name === service);
                const method = own?.handlers.find(({ name }) => name === handler);
                const expected =
                  grants(own?.needs ?? [], resource, operation) ||
                  grants(method?.needs ?? [], resource, operation);
                const name = handler && `${service}.${handler}`;
                expect(guard.allows(service, name, resource, operation)).toBe(expected);
              }
            }
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('a handler’s right is not another service’s', () => {
    const granting = [{ resource: 'orders', operations: ['get'] }];
    const guard = compileGuard(
      modelOf([
        { name: 'A', needs: [], handlers: [{ name: 'x', needs: granting }] },
        { name: 'B', needs: [], handlers: [] },
      ]),
    );
    expect(guard.allows('A', 'A.x', 'orders', 'get')).toBe(true);
    expect(guard.allows('B', 'A.x', 'orders', 'get')).toBe(false);
  });
});
