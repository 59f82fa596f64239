import { app, Service, Uses } from 'remit';

interface Charges {
  charge(): void;
}

@Service()
export class Billing {
  constructor(readonly ordering: unknown) {}
}

@Service()
export class Pricing {
  constructor(@Uses(Billing) readonly billing: Charges) {}
}

@Service()
export class Ordering {
  constructor(readonly pricing: Pricing) {}
}

// Billing stands above Ordering, so its need is said where both exist.
Uses(Ordering)(Billing, undefined, 0);

export default app('orders', { services: [Ordering, Pricing, Billing] });
