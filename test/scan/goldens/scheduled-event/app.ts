import { IsUUID } from 'class-validator';
import { app, Event, Every, Handles, Service } from 'remit';

@Event()
export class PlaceOrder {
  @IsUUID() id!: string;
}

@Service()
export class Ordering {
  @Every('1 hour')
  @Handles(PlaceOrder)
  async place(order: PlaceOrder): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
