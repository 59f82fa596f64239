import { IsUUID } from 'class-validator';
import { app, keyValue, only, Service } from 'remit';

export class Order {
  @IsUUID() id!: string;
}

export abstract class Orders extends keyValue('orders', Order) {
  open = true;
}

export abstract class OrderBook extends only(Orders, 'get') {
  async first(): Promise<Order | undefined> {
    return this.get('1');
  }
}

@Service()
export class Ordering {
  constructor(readonly orders: OrderBook) {}
}

export default app('orders', { services: [Ordering] });
