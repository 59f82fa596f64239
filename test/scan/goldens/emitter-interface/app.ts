import { IsUUID } from 'class-validator';
import { app, type Asker, emits, type Emitter, Event, Every, Handles, Reply, Service } from 'remit';

@Event({ processors: 'many' })
export class OrderPlaced {
  @IsUUID() id!: string;
}

@Event({ processors: 'many' })
export class OrderCancelled {
  @IsUUID() id!: string;
}

@Event()
export class CheckStock {
  @IsUUID() id!: string;
}

@Reply()
export class StockLevel {
  constructor(readonly left: number) {}
}

export abstract class Cancels extends emits(OrderCancelled) {}

@Service()
export class Stock {
  @Handles(CheckStock, { replies: [StockLevel] })
  async check(query: CheckStock): Promise<StockLevel> {
    return new StockLevel(query.id.length);
  }
}

@Service()
export class Ordering {
  constructor(private readonly announces: Emitter<OrderPlaced | OrderCancelled>) {}

  @Every('1 hour')
  async sweep(cancels: Emitter<OrderCancelled>, stock: Asker<CheckStock, StockLevel>): Promise<void> {}

  @Every('1 day')
  async clear(cancels: Cancels): Promise<void> {}
}

export default app('orders', { services: [Ordering, Stock] });
