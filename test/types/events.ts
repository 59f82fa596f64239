import { IsUUID } from 'class-validator';
import { asks, emits, Event, Every, Handles, Logger, Reply, Service } from 'remit';

@Event()
export class PlaceOrder {
  @IsUUID() id!: string;
}
@Event({ processors: 'many' })
export class OrderPlaced {
  @IsUUID() placed!: string;
}
@Event({ processors: 'many' })
export class OrderPaid {
  @IsUUID() paid!: string;
}
@Reply({ status: 404 })
export class NoSuchOrder {
  constructor(readonly missing: string) {}
}
class Unrelated {
  unrelated = true;
}

abstract class Announces extends emits(OrderPlaced, OrderPaid) {}
abstract class AnnouncesPlaced extends emits(OrderPlaced) {}
abstract class AsksOrders extends asks(PlaceOrder, OrderPlaced, NoSuchOrder) {}

export async function sending(all: Announces, placed: AnnouncesPlaced, orders: AsksOrders): Promise<void> {
  all.emit(new OrderPlaced());
  all.emit(new OrderPaid());
  placed.emit(new OrderPlaced());
  // @ts-expect-error an event that was not asked for
  placed.emit(new OrderPaid());
  // @ts-expect-error a reply
  all.emit(new NoSuchOrder('1'));
  const receipt: readonly string[] = placed.emit(new OrderPlaced()).sentTo;
  const answer: OrderPlaced | NoSuchOrder = await orders.ask(new PlaceOrder());
  // @ts-expect-error another query
  await orders.ask(new OrderPaid());
  // @ts-expect-error the other answers have to be told apart first
  const only: OrderPlaced = await orders.ask(new PlaceOrder());
  return void [receipt, answer, only];
}

declare const all: Announces;
export let narrow: AnnouncesPlaced = all;
declare const placedOnly: AnnouncesPlaced;
// @ts-expect-error a narrower right
export const wide: Announces = placedOnly;

// @ts-expect-error no events
export abstract class SendsNothing extends emits() {}
// @ts-expect-error no replies
export abstract class AsksForNothing extends asks(PlaceOrder) {}

@Service()
export class Right {
  @Handles(PlaceOrder, { replies: [OrderPlaced, NoSuchOrder], timeout: 1_000, retries: 0 })
  async place(order: PlaceOrder, logger: Logger): Promise<OrderPlaced | NoSuchOrder> {
    logger.info('placed', { id: order.id });
    return new NoSuchOrder(order.id);
  }

  @Handles(PlaceOrder, { replies: [OrderPlaced, NoSuchOrder] })
  async onlyOne(_order: PlaceOrder): Promise<NoSuchOrder> {
    return new NoSuchOrder('1');
  }

  @Handles(PlaceOrder, { replies: [OrderPlaced] })
  atOnce(_order: PlaceOrder): OrderPlaced {
    return new OrderPlaced();
  }

  @Handles(OrderPlaced)
  async noAnswer(_placed: OrderPlaced): Promise<void> {}

  @Handles(OrderPlaced)
  noParameters(): void {}

  @Every('1 hour')
  async sweep(_announces: Announces): Promise<void> {}
}

@Service()
export class Wrong {
  // @ts-expect-error a payload of another class
  @Handles(PlaceOrder)
  async payload(_order: Unrelated): Promise<void> {}

  // @ts-expect-error a reply of another class
  @Handles(PlaceOrder, { replies: [OrderPlaced] })
  async reply(_order: PlaceOrder): Promise<OrderPaid> {
    return new OrderPaid();
  }

  // @ts-expect-error no reply where there should be one
  @Handles(PlaceOrder, { replies: [OrderPlaced] })
  async silent(_order: PlaceOrder): Promise<void> {}

  // @ts-expect-error sometimes no reply
  @Handles(PlaceOrder, { replies: [OrderPlaced] })
  async sometimes(_order: PlaceOrder): Promise<OrderPlaced | undefined> {
    return undefined;
  }

  // @ts-expect-error a reply that was not declared
  @Handles(PlaceOrder)
  async undeclared(_order: PlaceOrder): Promise<OrderPlaced> {
    return new OrderPlaced();
  }

  // @ts-expect-error a reply that was not declared, at once
  @Handles(PlaceOrder)
  undeclaredAtOnce(_order: PlaceOrder): OrderPlaced {
    return new OrderPlaced();
  }

  // @ts-expect-error more than was declared
  @Handles(PlaceOrder, { replies: [OrderPlaced] })
  async more(_order: PlaceOrder): Promise<OrderPlaced | NoSuchOrder> {
    return new NoSuchOrder('1');
  }
}

// @ts-expect-error an unknown option
@Event({ processor: 'many' })
export class Misspelt {}

// @ts-expect-error neither one nor many
@Event({ processors: 'two' })
export class Miscounted {}
