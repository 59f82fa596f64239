import { afterEach, expect, test } from '@jest/globals';
import { RemitError } from '../../../src/errors/index.ts';
import { entry, everyone, type Running, serve, ShowOrder } from './server.ts';

let server: Running;
afterEach(() => server.close());

test.each([
  ['RMT3032', 503, 'The event log /srv/orders/events.db is locked by another process.'],
  ['RMT2053', 503, 'get on orders failed: db.internal:5432 cannot be reached'],
  ['RMT3030', 504, 'Ordering.show did not finish within 30000 ms.'],
] as const)(
  'of %s a caller learns the code and the title, the log the rest',
  async (code, status, message) => {
    const shape = { routes: [['GET', '/orders/:id']], access: everyone } as const;
    const fail = async (): Promise<never> => {
      throw new RemitError(code, message, { details: { file: '/srv/orders/events.db', plugin: 'sql' } });
    };
    server = await serve([entry('Ordering.show', ShowOrder, shape, fail)]);
    const response = await fetch(`${server.address}/orders/7`);
    expect(response.status).toBe(status);
    const problem = (await response.json()) as Record<string, unknown>;
    expect(Object.keys(problem).toSorted()).toEqual(['code', 'status', 'title', 'traceId', 'type']);
    expect(problem).toMatchObject({ code, status });
    expect(server.telemetry.spans.at(-1)?.failureMessage).toBe(message);
  },
);
