import { IsString, IsUUID } from 'class-validator';
import { app, Event, Handles, Service } from 'remit';

@Event()
export class PlaceOrder {
  @IsUUID() id!: string;
}

export class PlaceGift extends PlaceOrder {
  @IsString() to!: string;
}

@Service()
export class Ordering {
  @Handles(PlaceOrder)
  async place(order: PlaceOrder): Promise<void> {}

  @Handles(PlaceGift)
  async gift(order: PlaceGift): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
