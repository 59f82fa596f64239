import { app, emits, Reply, Service } from 'remit';

@Reply()
export class OrderFound {
  constructor(readonly id: string) {}
}

export abstract class Announces extends emits(OrderFound) {}

@Service()
export class Ordering {
  constructor(readonly announces: Announces) {}
}

export default app('orders', { services: [Ordering] });
