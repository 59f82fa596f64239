import { app, Every, Service } from 'remit';

@Service()
export class Ordering {
  @Every('hourly')
  async sweep(): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
