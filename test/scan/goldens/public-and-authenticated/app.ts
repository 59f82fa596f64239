import { IsUUID } from 'class-validator';
import { app, Authenticated, Event, Get, Handles, Public, Service } from 'remit';

@Event()
export class FindOrder {
  @IsUUID() id!: string;
}

@Service()
export class Ordering {
  @Get('/orders/:id')
  @Public()
  @Authenticated('orders:read')
  @Handles(FindOrder)
  async find(find: FindOrder): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
