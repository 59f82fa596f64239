import { Authenticated, Clock, Delete, Every, Get, Handles, Logger, Post, Public, Service } from 'remit';
import {
  CancelOrder,
  FindOrder,
  NoSuchOrder,
  OrderCancelled,
  OrderFound,
  OrderPlaced,
  PlaceOrder,
} from './events.ts';
import { OrderAges, OrderBin, OrderBook } from './resources.ts';

const days = 24 * 60 * 60 * 1000;

@Service()
export class Ordering {
  // Every handler of this service may get and set orders. Whatever else one needs, it asks for itself.
  constructor(private readonly orders: OrderBook) {}

  @Post('/orders')
  @Public()
  @Handles(PlaceOrder, { replies: [OrderPlaced] })
  async place({ id, quantity }: PlaceOrder, clock: Clock): Promise<OrderPlaced> {
    await this.orders.set(id, { id, quantity, placedAt: clock.now().toISOString() });
    return new OrderPlaced(id, quantity);
  }

  @Get('/orders/:id')
  @Public()
  @Handles(FindOrder, { replies: [OrderFound, NoSuchOrder] })
  async find({ id }: FindOrder): Promise<OrderFound | NoSuchOrder> {
    const order = await this.orders.get(id);
    return order ? new OrderFound(order.id, order.quantity, order.placedAt) : new NoSuchOrder(id);
  }

  @Delete('/orders/:id')
  @Authenticated('orders:admin')
  @Handles(CancelOrder, { replies: [OrderCancelled, NoSuchOrder] })
  async cancel({ id }: CancelOrder, bin: OrderBin): Promise<OrderCancelled | NoSuchOrder> {
    if (!(await bin.exists(id))) return new NoSuchOrder(id);
    await bin.delete(id);
    return new OrderCancelled(id);
  }

  @Every('1 hour')
  async sweep(orders: OrderAges, clock: Clock, log: Logger): Promise<void> {
    const limit = new Date(clock.now().getTime() - 30 * days).toISOString();
    let swept = 0;
    let after: string | undefined;
    do {
      const page = await orders.list(after);
      for (const order of await orders.getMany(page.keys)) {
        if (!order || order.placedAt >= limit) continue;
        await orders.delete(order.id);
        swept += 1;
      }
      after = page.next;
    } while (after !== undefined);
    log.info('swept old orders', { swept });
  }
}
