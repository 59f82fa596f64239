import { IsUUID } from 'class-validator';
import { app, asks, Event, Reply, Service } from 'remit';

@Event({ processors: 'many' })
export class OrderPlaced {
  @IsUUID() id!: string;
}

@Reply()
export class Noted {}

export abstract class AsksAround extends asks(OrderPlaced, Noted) {}

@Service()
export class Ordering {
  constructor(readonly around: AsksAround) {}
}

export default app('orders', { services: [Ordering] });
