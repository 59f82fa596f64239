import { IsUUID } from 'class-validator';
import { app, blobs, env, keyValue, postgres, Service, sqlite } from 'remit';

export class Order {
  @IsUUID() id!: string;
}

export abstract class Orders extends keyValue('orders', Order) {}
export abstract class Receipts extends blobs('receipts') {}

@Service()
export class Ordering {
  constructor(
    readonly orders: Orders,
    readonly receipts: Receipts,
  ) {}
}

export default app('orders', {
  services: [Ordering],
  environments: {
    dev: { resources: [sqlite()] },
    test: {},
    prod: { resources: [postgres({ url: env('ORDERS_DATABASE') }).for(Orders)] },
  },
});
