import { IsDateString, IsInt, IsUUID, Min } from 'class-validator';
import { Event, Reply } from 'remit';

@Event()
export class PlaceOrder {
  @IsUUID() id!: string;
  @IsInt() @Min(1) quantity!: number;
}

/** A fact: any number of services may handle it. */
@Event({ processors: 'many' })
export class OrderPlaced {
  @IsUUID() id: string;
  @IsInt() @Min(1) quantity: number;

  constructor(id: string, quantity: number) {
    this.id = id;
    this.quantity = quantity;
  }
}

@Event()
export class FindOrder {
  @IsUUID() id!: string;
}

@Event()
export class CancelOrder {
  @IsUUID() id!: string;
}

/** An answer: it goes to whoever asked. */
@Reply()
export class OrderFound {
  @IsUUID() id: string;
  @IsInt() @Min(1) quantity: number;
  @IsDateString() placedAt: string;

  constructor(id: string, quantity: number, placedAt: string) {
    this.id = id;
    this.quantity = quantity;
    this.placedAt = placedAt;
  }
}

@Reply()
export class OrderCancelled {
  @IsUUID() id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@Reply({ status: 404 })
export class NoSuchOrder {
  @IsUUID() id: string;

  constructor(id: string) {
    this.id = id;
  }
}
