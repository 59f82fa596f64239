import { IsUUID } from 'class-validator';
import { app, Event, Handles, Service } from 'remit';

@Event()
export class PlaceOrder {
  @IsUUID() id!: string;
}

@Service()
export class Ordering {
  @Handles(PlaceOrder)
  static async place(order: PlaceOrder): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
