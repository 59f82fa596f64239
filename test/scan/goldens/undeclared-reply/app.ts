import { IsUUID } from 'class-validator';
import { app, Event, Handles, Service } from 'remit';

@Event()
export class PlaceOrder {
  @IsUUID() id!: string;
}

export class OrderPlaced {
  constructor(readonly id: string) {}
}

@Service()
export class Ordering {
  @Handles(PlaceOrder, { replies: [OrderPlaced] })
  async place(order: PlaceOrder): Promise<OrderPlaced> {
    return new OrderPlaced(order.id);
  }
}

export default app('orders', { services: [Ordering] });
