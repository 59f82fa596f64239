import { IsUUID } from 'class-validator';
import { app, Event, Handles, Service } from 'remit';

@Event()
export class PlaceOrder {
  @IsUUID() id!: string;
}

export abstract class Base {
  @Handles(PlaceOrder)
  async place(order: PlaceOrder): Promise<void> {}
}

@Service()
export class Ordering extends Base {}

export default app('orders', { services: [Ordering] });
