import { IsUUID } from 'class-validator';
import { app, Event, Handles, Post, Public, Service } from 'remit';

@Event({ processors: 'many' })
export class OrderPlaced {
  @IsUUID() id!: string;
}

@Service()
export class Ordering {
  @Post('/placed')
  @Public()
  @Handles(OrderPlaced)
  async placed(placed: OrderPlaced): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
