import type { HandlerModel, Model } from '../../../src/model/index.ts';

const handler = (name: string, rest: Partial<HandlerModel>): HandlerModel => ({
  name,
  method: name.slice(name.indexOf('.') + 1),
  event: name,
  replies: [],
  routes: [],
  schedules: [],
  needs: [],
  timeout: 30_000,
  retries: 5,
  ...rest,
});

const event = (name: string, processors: 'one' | 'many' | 'reply', builtIn = false) => ({
  name,
  class: name,
  processors,
  properties: [],
  formerly: [],
  builtIn,
  processedBy: [],
});

const resource = (name: string, operations: readonly string[], index: number) =>
  ({ kind: 'resource', resource: name, interface: 'keyValue', operations, token: 'T', index }) as const;

/** Every kind of node and arrow once, and labels that each language must escape. */
export const model: Model = {
  format: 1,
  name: 'a "shop"',
  units: { main: ['Empty', 'Ordering', 'Watching'] },
  services: [
    { name: 'Empty', class: 'Empty', unit: 'main', formerly: [], needs: [], handlers: [] },
    {
      name: 'Ordering',
      class: 'Ordering',
      unit: 'main',
      formerly: [],
      needs: [
        resource('orders', ['get', 'set'], 0),
        { kind: 'service', service: 'Empty', token: 'Empty', index: 1 },
      ],
      handlers: [
        handler('Ordering.find', {
          event: 'FindOrder',
          replies: ['NoSuchOrder'],
          access: { kind: 'authenticated', scopes: ['orders:read'] },
          routes: [{ method: 'GET', path: '/orders/:id', parameters: ['id'] }],
        }),
        handler('Ordering.place', {
          event: 'PlaceOrder',
          replies: ['OrderPlaced'],
          needs: [
            { kind: 'asks', event: 'FindOrder', replies: ['NoSuchOrder'], token: 'A', index: 1 },
            { kind: 'emits', events: ['OrderPlaced'], token: 'E', index: 2 },
            { kind: 'granted', granted: 'logger', token: 'Logger', index: 3 },
          ],
        }),
        handler('Ordering.sweep', {
          schedules: [{ kind: 'every', expression: '1 hour', milliseconds: 3_600_000 }],
          needs: [resource('bin "#1"', ['delete'], 0)],
        }),
      ],
    },
    {
      name: 'Watching',
      class: 'Watching',
      unit: 'main',
      formerly: [],
      needs: [],
      handlers: [handler('Watching.sent', { event: 'remit.EventSent' })],
    },
  ],
  events: [
    event('FindOrder', 'one'),
    event('NoSuchOrder', 'reply'),
    event('OrderPlaced', 'many'),
    event('PlaceOrder', 'one'),
    event('remit.EventSent', 'many', true),
  ],
  resources: [],
  environments: [],
};
