import { IsUUID } from 'class-validator';
import { app, Event, Handles, keyValue, Service } from 'remit';

export class PlaceOrder {}
IsUUID()(PlaceOrder.prototype, 'id');
Event()(PlaceOrder);

export class Orders extends keyValue('orders', PlaceOrder) {}

export class Ordering {
  constructor(orders) {
    this.orders = orders;
  }

  async place(order, orders) {
    await orders.set(order.id, order);
  }
}
Service()(Ordering);
const place = Object.getOwnPropertyDescriptor(Ordering.prototype, 'place');
Handles(PlaceOrder)(Ordering.prototype, 'place', place);

export default app('orders', { services: [Ordering] });
