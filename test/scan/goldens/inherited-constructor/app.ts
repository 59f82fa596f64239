import { IsUUID } from 'class-validator';
import { app, keyValue, Service } from 'remit';

export class Order {
  @IsUUID() id!: string;
}

export abstract class Orders extends keyValue('orders', Order) {}

export abstract class Base {
  constructor(readonly orders: Orders) {}
}

@Service()
export class Ordering extends Base {}

export default app('orders', { services: [Ordering] });
