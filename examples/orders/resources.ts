import { IsDateString, IsInt, IsUUID, Min } from 'class-validator';
import { blobs, keyValue, only } from 'remit';

export class Order {
  @IsUUID() id!: string;
  @IsInt() @Min(1) quantity!: number;
  @IsDateString() placedAt!: string;
}

// Each resource is declared once …
export abstract class Orders extends keyValue('orders', Order) {}
export abstract class Receipts extends blobs('receipts') {}

// … and each narrower class is a permission: whoever injects it may do this, and nothing else.
export abstract class OrderBook extends only(Orders, 'get', 'set') {}
export abstract class OrderBin extends only(Orders, 'exists', 'delete') {}
export abstract class OrderAges extends only(Orders, 'list', 'getMany', 'delete') {}
export abstract class ReceiptWriter extends only(Receipts, 'write') {}
