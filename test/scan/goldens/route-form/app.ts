import { IsUUID } from 'class-validator';
import { app, Event, Get, Handles, Public, Service } from 'remit';

@Event()
export class FindOrder {
  @IsUUID() id!: string;
}

@Event()
export class ListOrders {}

@Service()
export class Ordering {
  @Get('orders/{id}')
  @Public()
  @Handles(FindOrder)
  async find(find: FindOrder): Promise<void> {}

  @Get('/orders/')
  @Public()
  @Handles(ListOrders)
  async list(list: ListOrders): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
