import { IsUUID } from 'class-validator';
import { app, keyValue, Service } from 'remit';

export class Order {
  @IsUUID() id!: string;
}

export abstract class Orders extends keyValue('orders', Order) {}

@Service()
export class Ordering {
  constructor(readonly orders: Orders | undefined) {}
}

export default app('orders', { services: [Ordering] });
