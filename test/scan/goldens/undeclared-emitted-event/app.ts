import { IsUUID } from 'class-validator';
import { app, emits, Service } from 'remit';

export class OrderPlaced {
  @IsUUID() id!: string;
}

export abstract class Announces extends emits(OrderPlaced) {}

@Service()
export class Ordering {
  constructor(readonly announces: Announces) {}
}

export default app('orders', { services: [Ordering] });
