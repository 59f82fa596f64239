import { app, Service } from 'remit';

@Service()
export class Ordering {}

export default app('orders', { units: { web: [Ordering], jobs: [Ordering] } });
