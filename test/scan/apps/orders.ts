import { IsInt, IsUUID, Min } from 'class-validator';
import {
  app,
  Authenticated,
  Cron,
  Event,
  Every,
  Get,
  Handles,
  Post,
  Public,
  Reply,
  Service,
  sqlite,
  Uses,
} from '../../../src/decorators/index.ts';
import {
  asks,
  blobs,
  Clock,
  emits,
  EventContext,
  type KeyValue,
  keyValue,
  Logger,
  only,
} from '../../../src/interfaces/index.ts';

export class Order {
  @IsUUID() id!: string;
  @IsInt() @Min(1) quantity!: number;
}

export abstract class Orders extends keyValue('orders', Order) {}
export abstract class OrderBook extends only(Orders, 'get', 'set') {}
export abstract class Receipts extends blobs('receipts') {}
export abstract class ReceiptWriter extends only(Receipts, 'write') {}

@Event()
export class PlaceOrder {
  @IsUUID() id!: string;
  @IsInt() @Min(1) quantity!: number;
}

@Event()
export class FindOrder {
  @IsUUID() id!: string;
}

@Event({ processors: 'many' })
export class OrderPlaced {
  @IsUUID() id!: string;
  constructor(id: string) {
    this.id = id;
  }
}

@Reply({ status: 404 })
export class NoSuchOrder {
  constructor(readonly id: string) {}
}

@Reply()
export class OrderFound {
  constructor(readonly id: string) {}
}

export abstract class Announces extends emits(OrderPlaced) {}
export abstract class FindsOrders extends asks(FindOrder, OrderFound, NoSuchOrder) {}

@Service()
export class Ordering {
  constructor(private readonly orders: OrderBook) {}

  @Post('/orders')
  @Authenticated('orders:write')
  @Handles(PlaceOrder, { replies: [OrderPlaced] })
  async place(order: PlaceOrder): Promise<OrderPlaced> {
    await this.orders.set(order.id, order);
    return new OrderPlaced(order.id);
  }

  @Get('/orders/:id')
  @Public()
  @Handles(FindOrder, { replies: [OrderFound, NoSuchOrder], retries: 0 })
  async find(find: FindOrder, context: EventContext): Promise<OrderFound | NoSuchOrder> {
    const order = await this.orders.get(find.id);
    return order ? new OrderFound(context.id) : new NoSuchOrder(find.id);
  }

  @Handles(OrderPlaced)
  async receipt(placed: OrderPlaced, receipts: ReceiptWriter, logger: Logger): Promise<void> {
    await receipts.write(`${placed.id}.txt`, 'paid');
    logger.info('written');
  }
}

@Service('sweeping')
export class Sweeper {
  constructor(
    private readonly clock: Clock,
    readonly ordering: Ordering,
  ) {}

  @Every('1 hour')
  @Cron('0 3 * * *', { timezone: 'Europe/Berlin' })
  async sweep(
    @Uses(Orders, 'delete', 'list') orders: Pick<KeyValue<Order>, 'delete' | 'list'>,
    announces: Announces,
    finds: FindsOrders,
  ): Promise<void> {
    await orders.delete('x');
    announces.emit(new OrderPlaced('x'));
    await finds.ask(new FindOrder());
    this.clock.now();
  }
}

export const services = [Ordering, Sweeper] as const;

export default app('orders', { services, environments: { dev: { resources: [sqlite()] } } });
