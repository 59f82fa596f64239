import { app, Service } from 'remit';
import type { OrderBook } from './resources.ts';

@Service()
export class Ordering {
  constructor(readonly orders: OrderBook) {}
}

export default app('orders', { services: [Ordering] });
