import { IsUUID } from 'class-validator';
import { Event, Every, Get, Handles, Post, Public, Service, Uses } from '../../../src/decorators/index.ts';
import { type Class, emits, keyValue, type KeyValue, only } from '../../../src/interfaces/index.ts';

export class Order {
  @IsUUID() id!: string;
}
export class OtherOrder {
  @IsUUID() id!: string;
}

@Event()
export class Place {
  @IsUUID() id!: string;
}
@Event('Place')
export class PlaceToo {
  @IsUUID() id!: string;
}
@Event()
export class Find {
  @IsUUID() id!: string;
}
@Event()
export class Forgotten {
  @IsUUID() id!: string;
}

export abstract class Orders extends keyValue('orders', Order) {}
export abstract class SameOrders extends keyValue('orders', OtherOrder) {}
export abstract class Book extends only(Orders, 'gett' as 'get') {}
export abstract class Forgets extends emits(Forgotten) {}

@Service()
class Alpha {
  constructor(
    readonly book: Book,
    readonly forgets: Forgets,
  ) {}

  @Post('/place')
  @Handles(Place)
  async place(_place: Place): Promise<void> {}

  @Get('/find/:id')
  @Public()
  @Handles(Find)
  async find(_find: Find): Promise<void> {}
}

@Service('Alpha')
class Beta {
  constructor(readonly same: SameOrders) {}

  @Get('/find/:key')
  @Public()
  @Handles(Find)
  async find(_find: Find, _other: string): Promise<void> {}

  @Every('never')
  async sweep(): Promise<void> {}
}

@Service()
class Gamma {
  constructor(@Uses(Book) readonly orders: Orders) {}

  @Handles(PlaceToo)
  async place(_place: Place, _book: Pick<KeyValue<Order>, 'get'>): Promise<void> {}
}

/** Services with mistakes within and between them. */
export const mistaken: readonly Class[] = [Alpha, Beta, Gamma];
