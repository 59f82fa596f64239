import { IsUUID } from 'class-validator';
import { app, Every, keyValue, Service } from 'remit';

export class Order {
  @IsUUID() id!: string;
}

export abstract class Orders extends keyValue('orders', Order) {}

@Service()
export class Ordering {
  @Every('1 hour')
  async sweep(...books: Orders[]): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
