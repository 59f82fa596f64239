import { IsString, IsUUID } from 'class-validator';
import { app, Event, Get, Handles, Public, Service } from 'remit';

@Event()
export class FindOrder {
  @IsUUID() id!: string;
}

@Event()
export class FindByKey {
  @IsString() key!: string;
}

@Service()
export class Ordering {
  @Get('/orders/:id')
  @Public()
  @Handles(FindOrder)
  async find(find: FindOrder): Promise<void> {}

  @Get('/orders/:key')
  @Public()
  @Handles(FindByKey)
  async findByKey(find: FindByKey): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
