import { IsUUID } from 'class-validator';
import { app, Event, Handles, Reply, Service } from 'remit';

@Event()
export class PlaceOrder {
  @IsUUID() id!: string;
}

@Event()
export class Recount {}

@Reply()
export class OrderPlaced {
  constructor(readonly id: string) {}
}

@Reply({ status: 409 })
export class OrderExists {
  constructor(readonly id: string) {}
}

@Service()
export class Ordering {
  @Handles(PlaceOrder, { replies: [OrderPlaced] })
  async place(order: PlaceOrder): Promise<OrderPlaced | OrderExists> {
    return new OrderExists(order.id);
  }

  @Handles(Recount, { replies: [OrderExists] })
  async recount(): Promise<OrderExists> {
    return new OrderExists('x');
  }
}

export default app('orders', { services: [Ordering] });
