import { describe, expect, test } from '@jest/globals';
import { IsUUID } from 'class-validator';
import { app, Event, Handles, Service } from '../../src/decorators/index.ts';
import { diagnose, type LockFile } from '../../src/scan/index.ts';

class Payload {
  @IsUUID() id!: string;
}
@Event()
class OrderNow extends Payload {}
@Event({ name: 'orders.find', formerly: ['FindOrder'] })
class FindOrder extends Payload {}
@Event()
class Empty {}

@Service()
class Ordering {
  @Handles(OrderNow) async place(_order: OrderNow): Promise<void> {}
  @Handles(FindOrder) async find(_find: FindOrder): Promise<void> {}
  @Handles(Empty) async empty(_empty: Empty): Promise<void> {}
}

const event = (name: string, ...properties: string[]) => ({ [name]: { class: name, properties } });
const kept: LockFile = {
  events: { ...event('OrderNow', 'id'), ...event('FindOrder', 'id'), ...event('Empty') },
  services: { Ordering: { class: 'Ordering', handlers: ['empty', 'find', 'place'] } },
};
const found = (lock: Partial<LockFile>) =>
  diagnose(app('orders', { services: [Ordering] }), undefined, { ...kept, ...lock }).diagnostics.map(
    ({ code, mend }) => [code, mend.split('\n')[0]],
  );

describe('names that remit.lock knows', () => {
  test('all kept, or given up with formerly: nothing to say', () => {
    expect(found({})).toEqual([]);
  });

  test('an event of the same properties under another name', () => {
    expect(found({ events: { ...event('PlaceOrder', 'id'), ...event('Empty') } })).toEqual([
      ['RMT1043', `@Event({ formerly: ['PlaceOrder'] })`],
    ]);
  });

  test('each old name is taken for one new name only', () => {
    const { events } = kept;
    const { OrderNow: _, ...others } = events;
    expect(found({ events: { ...others, ...event('A', 'id'), ...event('B', 'id') } })).toHaveLength(1);
  });

  test('other properties, or none at all, are another event', () => {
    const events = { ...event('FindOrder', 'id'), ...event('Old', 'id', 'more'), ...event('OldEmpty') };
    expect(found({ events })).toEqual([]);
  });

  test('a service of the same handlers under another name', () => {
    const services = { Shop: { class: 'Shop', handlers: ['place', 'find', 'empty'] } };
    expect(found({ services })).toEqual([['RMT1044', `@Service({ formerly: ['Shop'] })`]]);
  });
});
