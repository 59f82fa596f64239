import { app, emits, Event, Every, Handles, Reply, Service } from 'remit';
import { OrderCancelled as Cancelled, OrderPlaced, OrderSwept, PlaceOrder } from './events.ts';

@Event({ processors: 'many' })
export class OrderPaid extends OrderPlaced {}

@Reply({ status: 409 })
export class OrderExists {
  constructor(readonly id: string) {}
}

export abstract class Announces extends emits(OrderPlaced) {}
export abstract class Sweeps extends emits(OrderSwept) {}

@Service()
export class Ordering {
  constructor(private readonly announces: Announces) {}

  @Handles(PlaceOrder, { replies: [OrderExists] })
  async place(order: PlaceOrder, tells: Announces): Promise<void> {
    this.announces.emit(new OrderPlaced(order.id));
    this.announces.emit(new Cancelled(order.id));
    const paid = new OrderPaid(order.id);
    if (order.id) tells.emit(paid);
    this.announces.emit(new OrderExists(order.id));
  }

  @Every('1 hour')
  async sweep(sweeps: Sweeps): Promise<void> {
    this.announces.emit(new OrderSwept());
    sweeps.emit(new OrderSwept());
  }
}

export default app('orders', { services: [Ordering] });
