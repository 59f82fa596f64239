import { app, Service } from 'remit';

@Service()
export class Ordering {}

@Service()
export class Reports {}

export default app('orders', { services: [Ordering], units: { jobs: [Reports] } });
