import { IsUUID } from 'class-validator';
import { app, Event, Handles, Service } from 'remit';

@Event()
export class PlaceOrder {
  @IsUUID() id!: string;
}

@Event()
export class PlaceGift {
  @IsUUID() id!: string;
}

@Service()
export class Ordering {
  @Handles(PlaceOrder)
  @Handles(PlaceGift)
  async place(order: { id: string }): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
