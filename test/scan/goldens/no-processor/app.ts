import { IsUUID } from 'class-validator';
import { app, emits, Event, Every, Service } from 'remit';

@Event()
export class PlaceOrder {
  @IsUUID() id!: string;
}

export abstract class PlacesOrders extends emits(PlaceOrder) {}

@Service()
export class Shop {
  @Every('1 hour')
  async restock(places: PlacesOrders): Promise<void> {
    places.emit(new PlaceOrder());
  }
}

export default app('orders', { services: [Shop] });
