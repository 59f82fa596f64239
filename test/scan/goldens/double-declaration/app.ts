import { IsUUID } from 'class-validator';
import { app, Event, Handles, Reply, Service } from 'remit';

@Reply()
@Event()
export class PlaceOrder {
  @IsUUID() id!: string;
}

@Service()
export class Ordering {
  @Handles(PlaceOrder)
  async place(order: PlaceOrder): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
