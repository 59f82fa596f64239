import { IsUUID } from 'class-validator';
import { app, Event, Get, Handles, Service } from 'remit';

@Event()
export class FindOrder {
  @IsUUID() id!: string;
}

@Service()
export class Ordering {
  @Get('/orders/:id')
  @Handles(FindOrder)
  async find(find: FindOrder): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
