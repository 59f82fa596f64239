import { app, Every, Service } from 'remit';

@Service('shop.ordering')
export class Ordering {
  @Every('1 hour')
  async sweep(): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
