import { app, Every, Post, Public, Service } from 'remit';

@Service()
export class Ordering {
  @Post('/sweep')
  @Public()
  @Every('1 hour')
  async sweep(): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
