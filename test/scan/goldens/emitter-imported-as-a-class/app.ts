import { IsUUID } from 'class-validator';
import { app, Emitter, Event, Service } from 'remit';

@Event({ processors: 'many' })
export class OrderPlaced {
  @IsUUID() id!: string;
}

@Service()
export class Ordering {
  constructor(private readonly announces: Emitter<OrderPlaced>) {}
}

export default app('orders', { services: [Ordering] });
