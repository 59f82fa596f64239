import { app, Event, Every, Handles, Post, Service } from 'remit';

@Event()
export class PlaceOrder {
  id!: string;
}

@Service()
export class Ordering {
  @Post('orders')
  @Handles(PlaceOrder)
  async place(order: PlaceOrder, ...needs: unknown[]): Promise<void> {}

  @Every('now and then')
  async sweep(): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
