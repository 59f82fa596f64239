import { app } from 'remit';

export class Ordering {}

export default app('orders', { services: [Ordering] });
