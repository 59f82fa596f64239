import { IsUUID } from 'class-validator';
import { app, keyValue, only, Service } from 'remit';

export class Order {
  @IsUUID() id!: string;
}

export abstract class Orders extends keyValue('orders', Order) {}
export abstract class OrderBook extends only(Orders, 'get', 'sett' as 'set') {}

@Service()
export class Ordering {
  constructor(readonly orders: OrderBook) {}
}

export default app('orders', { services: [Ordering] });
