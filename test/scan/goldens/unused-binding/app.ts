import { IsUUID } from 'class-validator';
import { app, blobs, keyValue, Service, sqlite } from 'remit';

export class Order {
  @IsUUID() id!: string;
}

export abstract class Orders extends keyValue('orders', Order) {}
export abstract class Receipts extends blobs('receipts') {}

@Service()
export class Ordering {
  constructor(readonly orders: Orders) {}
}

export default app('orders', {
  services: [Ordering],
  environments: { dev: { resources: [sqlite().for(Orders, Receipts)] } },
});
