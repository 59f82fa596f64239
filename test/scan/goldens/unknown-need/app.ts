import { app, Service } from 'remit';

export class Database {
  async query(text: string): Promise<void> {}
}

@Service()
export class Ordering {
  constructor(
    readonly database: Database,
    readonly url: string,
  ) {}
}

export default app('orders', { services: [Ordering] });
