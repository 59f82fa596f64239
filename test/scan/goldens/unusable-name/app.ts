import { IsUUID } from 'class-validator';
import { app, Event, Handles, Service } from 'remit';

@Event('remit.PlaceOrder')
export class PlaceOrder {
  @IsUUID() id!: string;
}

@Service('order service')
export class Ordering {
  @Handles(PlaceOrder)
  async place(order: PlaceOrder): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
