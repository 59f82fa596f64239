import { app, Event, Handles, Service } from 'remit';

@Event()
export class PlaceOrder {
  id!: string;
  quantity!: number;
}

@Service()
export class Ordering {
  @Handles(PlaceOrder)
  async place(order: PlaceOrder): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
