import { IsUUID } from 'class-validator';
import { app, keyValue, Service } from 'remit';

export class Order {
  @IsUUID() id!: string;
}

export class Draft {
  @IsUUID() id!: string;
}

export abstract class Orders extends keyValue('orders', Order) {}
export abstract class OrderDrafts extends keyValue('orders', Draft) {}

@Service()
export class Ordering {
  constructor(
    readonly orders: Orders,
    readonly drafts: OrderDrafts,
  ) {}
}

export default app('orders', { services: [Ordering] });
