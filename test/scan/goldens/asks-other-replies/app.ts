import { IsUUID } from 'class-validator';
import { app, asks, Event, Every, Handles, Reply, Service } from 'remit';

@Event()
export class CheckStock {
  @IsUUID() id!: string;
}

@Reply()
export class InStock {}

@Reply()
export class SoldOut {}

export abstract class AsksStock extends asks(CheckStock, InStock) {}

@Service()
export class Stock {
  @Handles(CheckStock, { replies: [InStock, SoldOut] })
  async check(check: CheckStock): Promise<InStock | SoldOut> {
    return new SoldOut();
  }

  @Every('1 hour')
  async sweep(stock: AsksStock): Promise<void> {}
}

export default app('orders', { services: [Stock] });
