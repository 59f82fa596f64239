import { IsUUID } from 'class-validator';
import { app, Every, keyValue, Service } from 'remit';

export class Order {
  @IsUUID() id!: string;
}

export abstract class Orders extends keyValue('orders', Order) {}

interface Book {
  get(key: string): Promise<Order | undefined>;
}

@Service()
export class Ordering {
  constructor(readonly all: Orders) {}

  @Every('1 hour')
  async sweep(orders: Book): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
