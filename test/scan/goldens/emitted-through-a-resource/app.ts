import { IsUUID } from 'class-validator';
import { app, Event, Every, keyValue, only, Service } from 'remit';

export class Order {
  @IsUUID() id!: string;
}

@Event({ processors: 'many' })
export class OrderCancelled {}

@Event({ processors: 'many' })
export class OrdersSwept {}

export abstract class Orders extends keyValue('orders', Order) {}
export abstract class OrderBook extends only(Orders, 'get', 'set') {}

@Service()
export class Ordering {
  constructor(private readonly orders: OrderBook) {}

  @Every('1 hour')
  async sweep(book: OrderBook): Promise<void> {
    // oxlint-disable-next-line typescript/no-explicit-any -- the mistake
    (this.orders as any).emit(new OrderCancelled());
    (book as unknown as { emit(event: unknown): void })['emit'](new OrdersSwept());
  }
}

export default app('orders', { services: [Ordering] });
