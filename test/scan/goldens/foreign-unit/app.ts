import { app, Service } from 'remit';

@Service()
export class Reports {}

@Service()
export class Ordering {
  constructor(readonly reports: Reports) {}
}

export default app('orders', { units: { web: [Ordering], jobs: [Reports] } });
