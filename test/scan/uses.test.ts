import { describe, expect, test } from '@jest/globals';
import { IsUUID } from 'class-validator';
import { app, Event, Service, Uses } from '../../src/decorators/index.ts';
import {
  type Blobs,
  blobs,
  type Class,
  Clock,
  emits,
  type KeyValue,
  keyValue,
  Logger,
  only,
} from '../../src/interfaces/index.ts';
import { diagnose } from '../../src/scan/index.ts';

class Order {
  @IsUUID() id!: string;
}
abstract class Orders extends keyValue('orders', Order) {}
abstract class OrderBook extends only(Orders, 'get', 'set') {}
abstract class SameBook extends only(Orders, 'set', 'get') {}
abstract class Files extends blobs('files') {}
@Event({ processors: 'many' })
class Placed {}
@Event({ processors: 'many' })
class Paid {}
abstract class Announces extends emits(Placed) {}
abstract class AnnouncesMore extends emits(Placed, Paid) {}
abstract class Port {
  abstract get(key: string): Promise<Order | undefined>;
}

/** The one need of a service that was given these, or the codes of what is wrong with them. */
function need(target: Class): unknown {
  Service()(target as never);
  const { diagnostics, scanned } = diagnose(app('uses', { services: [target] }));
  return scanned ? scanned.model.services[0]?.needs[0] : diagnostics.map(({ code }) => code);
}

describe('@Uses', () => {
  test('says what an erased type cannot', () => {
    class Reading {
      constructor(@Uses(Orders, 'get') readonly orders: Pick<KeyValue<Order>, 'get'>) {}
    }
    expect(need(Reading)).toMatchObject({ kind: 'resource', resource: 'orders', operations: ['get'] });
  });

  test('wins over a class that stands for nothing', () => {
    class Ported {
      constructor(@Uses(OrderBook) readonly orders: Port) {}
    }
    expect(need(Ported)).toMatchObject({ token: 'OrderBook', operations: ['get', 'set'] });
  });

  test('may repeat the type, in other words too', () => {
    class Repeating {
      constructor(@Uses(OrderBook) readonly orders: OrderBook) {}
    }
    class Rephrasing {
      constructor(@Uses(Orders, 'set', 'get') readonly orders: SameBook) {}
    }
    expect(need(Repeating)).toMatchObject({ operations: ['get', 'set'] });
    expect(need(Rephrasing)).toMatchObject({ operations: ['get', 'set'] });
  });

  test('may not grant more, less or something else than the type shows', () => {
    class More {
      constructor(@Uses(Orders) readonly orders: OrderBook) {}
    }
    class Less {
      constructor(@Uses(OrderBook, 'get') readonly orders: OrderBook) {}
    }
    class Other {
      constructor(@Uses(Files) readonly orders: OrderBook) {}
    }
    class OtherEvents {
      constructor(@Uses(AnnouncesMore) readonly announces: Announces) {}
    }
    class OtherGranted {
      constructor(@Uses(Logger) readonly clock: Clock) {}
    }
    for (const target of [More, Less, Other, OtherEvents, OtherGranted])
      expect(need(target)).toEqual(['RMT1038']);
  });

  test('stands once on a parameter', () => {
    class Twice {
      constructor(@Uses(OrderBook) @Uses(Files, 'read') readonly orders: unknown) {}
    }
    expect(need(Twice)).toEqual(['RMT1038']);
  });

  test('names operations that are there, of a resource', () => {
    class Unknown {
      constructor(@Uses(Files, 'reed' as 'read') readonly files: Pick<Blobs, 'read'>) {}
    }
    class NoResource {
      constructor(
        @((Uses as (...all: unknown[]) => ParameterDecorator)(Announces, 'emit')) readonly sends: unknown,
      ) {}
    }
    expect(need(Unknown)).toEqual(['RMT1010']);
    expect(need(NoResource)).toEqual(['RMT1010']);
  });
});
