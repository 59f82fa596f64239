import { IsUUID } from 'class-validator';
import { Event } from 'remit';

@Event()
export class PlaceOrder {
  @IsUUID() id!: string;
}

@Event({ processors: 'many' })
export class OrderPlaced {
  @IsUUID() readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@Event({ processors: 'many' })
export class OrderCancelled {
  @IsUUID() readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@Event({ processors: 'many' })
export class OrderSwept {}
