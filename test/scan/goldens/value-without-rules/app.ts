import { app, keyValue, Service } from 'remit';

export class Order {
  id!: string;
}

export abstract class Orders extends keyValue('orders', Order) {}

@Service()
export class Ordering {
  constructor(readonly orders: Orders) {}
}

export default app('orders', { services: [Ordering] });
