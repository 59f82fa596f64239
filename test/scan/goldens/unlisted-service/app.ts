import { app, Service } from 'remit';

@Service()
export class Pricing {}

@Service()
export class Ordering {
  constructor(readonly pricing: Pricing) {}
}

export default app('orders', { services: [Ordering] });
