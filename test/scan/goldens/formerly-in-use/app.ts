import { IsUUID } from 'class-validator';
import { app, Event, Handles, Service } from 'remit';

@Event()
export class PlaceOrder {
  @IsUUID() id!: string;
}

@Event({ formerly: ['OrderNow', 'PlaceOrder'] })
export class PlaceGift {
  @IsUUID() id!: string;
}

@Service()
export class Ordering {
  @Handles(PlaceOrder)
  async place(order: PlaceOrder): Promise<void> {}

  @Handles(PlaceGift)
  async gift(gift: PlaceGift): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
