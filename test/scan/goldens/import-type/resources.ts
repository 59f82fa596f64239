import { IsUUID } from 'class-validator';
import { keyValue, only } from 'remit';

export class Order {
  @IsUUID() id!: string;
}

export abstract class Orders extends keyValue('orders', Order) {}
export abstract class OrderBook extends only(Orders, 'get', 'set') {}
