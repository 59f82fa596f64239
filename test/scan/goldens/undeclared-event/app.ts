import { IsUUID } from 'class-validator';
import { app, Handles, Service } from 'remit';

export class PlaceOrder {
  @IsUUID() id!: string;
}

@Service()
export class Ordering {
  @Handles(PlaceOrder)
  async place(order: PlaceOrder): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
