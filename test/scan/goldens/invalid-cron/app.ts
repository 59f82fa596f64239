import { app, Cron, Service } from 'remit';

@Service()
export class Ordering {
  @Cron('0 25 * * *')
  async report(): Promise<void> {}

  @Cron('0 0 30 2 *')
  async leap(): Promise<void> {}

  @Cron('0 3 * * *', { timezone: 'Europe/Berln' })
  async local(): Promise<void> {}

  @Cron('daily')
  async daily(): Promise<void> {}
}

export default app('orders', { services: [Ordering] });
