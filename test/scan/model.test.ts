import { describe, expect, test } from '@jest/globals';
import { app, sqlite } from '../../src/decorators/index.ts';
import { scan } from '../../src/scan/index.ts';
import application, { Order, Ordering, OrderPlaced, Sweeper } from './apps/orders.ts';

describe('the model of a valid application', () => {
  const { model, code, warnings } = scan(application);
  const service = (name: string) => model.services.find((each) => each.name === name)!;
  const handler = (name: string) =>
    model.services.flatMap((each) => each.handlers).find((each) => each.name === name)!;

  test('one unit by default, services sorted by name', () => {
    expect(model).toMatchObject({ format: 1, name: 'orders', units: { main: ['Ordering', 'sweeping'] } });
    expect(model.services.map(({ name }) => name)).toEqual(['Ordering', 'sweeping']);
    expect(warnings).toEqual([]);
  });

  test('a constructor’s needs hold for the service', () => {
    expect(service('Ordering').needs).toEqual([
      {
        kind: 'resource',
        resource: 'orders',
        interface: 'keyValue',
        operations: ['get', 'set'],
        token: 'OrderBook',
        index: 0,
      },
    ]);
    expect(service('sweeping')).toMatchObject({
      class: 'Sweeper',
      unit: 'main',
      needs: [
        { kind: 'granted', granted: 'clock', token: 'Clock', index: 0 },
        { kind: 'service', service: 'Ordering', token: 'Ordering', index: 1 },
      ],
    });
  });

  test('a route’s handler', () => {
    expect(handler('Ordering.place')).toEqual({
      name: 'Ordering.place',
      method: 'place',
      event: 'PlaceOrder',
      replies: ['OrderPlaced'],
      access: { kind: 'authenticated', scopes: ['orders:write'] },
      routes: [{ method: 'POST', path: '/orders', parameters: [] }],
      schedules: [],
      needs: [],
      timeout: 30_000,
      retries: 5,
    });
    expect(handler('Ordering.find')).toMatchObject({
      access: { kind: 'public' },
      replies: ['NoSuchOrder', 'OrderFound'],
      routes: [{ method: 'GET', path: '/orders/:id', parameters: ['id'] }],
      needs: [{ kind: 'granted', granted: 'eventContext', index: 1 }],
      retries: 0,
    });
  });

  test('a schedule’s handler: its event is its own name, its needs start at 0', () => {
    expect(handler('sweeping.sweep')).toMatchObject({
      event: 'sweeping.sweep',
      schedules: [
        { kind: 'cron', expression: '0 3 * * *', timezone: 'Europe/Berlin' },
        { kind: 'every', expression: '1 hour', milliseconds: 3_600_000 },
      ],
      needs: [
        { kind: 'resource', resource: 'orders', operations: ['delete', 'list'], token: 'Orders', index: 0 },
        { kind: 'emits', events: ['OrderPlaced'], token: 'Announces', index: 1 },
        {
          kind: 'asks',
          event: 'FindOrder',
          replies: ['NoSuchOrder', 'OrderFound'],
          token: 'FindsOrders',
          index: 2,
        },
      ],
    });
  });

  test('events, those of Remit included', () => {
    expect(model.events.map((event) => [event.name, event.processors, event.processedBy])).toEqual([
      ['FindOrder', 'one', ['Ordering.find']],
      ['NoSuchOrder', 'reply', []],
      ['OrderFound', 'reply', []],
      ['OrderPlaced', 'many', ['Ordering.receipt']],
      ['PlaceOrder', 'one', ['Ordering.place']],
      ['remit.EventSent', 'many', []],
      ['remit.LogWritten', 'many', []],
    ]);
    expect(model.events.find(({ name }) => name === 'NoSuchOrder')?.status).toBe(404);
    expect(model.events.find(({ name }) => name === 'PlaceOrder')?.properties).toEqual(['id', 'quantity']);
    expect(model.events.filter(({ builtIn }) => builtIn).map((event) => event.properties)).toEqual([
      ['command', 'sender', 'sentTo'],
      ['sentBy', 'message', 'level'],
    ]);
  });

  test('resources by the class that declares them, and their bindings', () => {
    expect(model.resources).toEqual([
      { name: 'orders', interface: 'keyValue', value: 'Order', class: 'Orders' },
      { name: 'receipts', interface: 'blobs', class: 'Receipts' },
    ]);
    const bound = { provider: 'sqlite', plugin: 'sql', connector: 'sql', target: 'sqlite' };
    expect(model.environments).toEqual([
      {
        name: 'dev',
        bindings: [
          { resource: 'orders', ...bound },
          { resource: 'receipts', ...bound },
        ],
        variables: [],
      },
    ]);
  });

  test('the code behind it', () => {
    expect(code.services.get('Ordering')).toBe(Ordering);
    expect(code.services.get('sweeping')).toBe(Sweeper);
    expect(code.events.get('OrderPlaced')).toBe(OrderPlaced);
    expect(code.values.get('orders')).toBe(Order);
    expect([...code.environments.keys()]).toEqual(['dev']);
  });

  test('without environments there is dev, on the embedded default', () => {
    const bare = scan(app('orders', { services: [Ordering, Sweeper] }));
    expect(bare.model.environments).toEqual(model.environments);
    expect(bare.code.environments.get('dev')?.resources?.[0]).toHaveProperty('provider', sqlite().provider);
  });

  test('it is plain data, frozen throughout', () => {
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(frozen(model)).toBe(true);
  });
});
