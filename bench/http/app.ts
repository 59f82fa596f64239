import { IsInt, IsUUID, Min } from 'class-validator';
import { app, Event, Handles, Post, Public, Reply, Service } from 'remit';

@Event()
export class PlaceOrder {
  @IsUUID() id!: string;
  @IsInt() @Min(1) quantity!: number;
}

@Reply()
export class OrderAccepted {
  @IsUUID() id: string;
  constructor(id: string) {
    this.id = id;
  }
}

@Service()
export class Ordering {
  @Post('/orders')
  @Public()
  @Handles(PlaceOrder, { replies: [OrderAccepted] })
  async place(order: PlaceOrder): Promise<OrderAccepted> {
    return new OrderAccepted(order.id);
  }
}

export default app('bench', { services: [Ordering] });
