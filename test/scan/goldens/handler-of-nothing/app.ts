import { IsUUID } from 'class-validator';
import { app, Event, Post, Public, Service } from 'remit';

@Event()
export class PlaceOrder {
  @IsUUID() id!: string;
}

@Service()
export class Ordering {
  @Post('/orders')
  @Public()
  async place(order: PlaceOrder): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
