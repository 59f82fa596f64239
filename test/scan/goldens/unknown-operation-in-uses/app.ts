import { IsUUID } from 'class-validator';
import { app, type KeyValue, keyValue, only, Service, Uses } from 'remit';

export class Order {
  @IsUUID() id!: string;
}

export abstract class Orders extends keyValue('orders', Order) {}
export abstract class OrderReader extends only(Orders, 'get') {}

@Service()
export class Ordering {
  constructor(@Uses(OrderReader, 'set' as 'get') readonly orders: Pick<KeyValue<Order>, 'set'>) {}
}

export default app('orders', { services: [Ordering] });
