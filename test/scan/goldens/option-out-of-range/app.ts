import { IsUUID } from 'class-validator';
import { app, Event, Handles, Post, Public, Service } from 'remit';

@Event()
export class PlaceOrder {
  @IsUUID() id!: string;
}

@Service()
export class Ordering {
  @Post('/orders', { status: 99 })
  @Public()
  @Handles(PlaceOrder, { timeout: 0, retries: -1 })
  async place(order: PlaceOrder): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
