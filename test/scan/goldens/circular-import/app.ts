import { app } from 'remit';
import { Billing } from './billing.ts';
import { Ordering } from './ordering.ts';

export default app('orders', { services: [Ordering, Billing] });
