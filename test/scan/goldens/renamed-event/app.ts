import { IsUUID } from 'class-validator';
import { app, Event, Handles, Service } from 'remit';

@Event()
export class OrderNow {
  @IsUUID() id!: string;
}

@Service()
export class Ordering {
  @Handles(OrderNow)
  async place(order: OrderNow): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
