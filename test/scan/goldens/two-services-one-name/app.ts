import { app } from 'remit';
import { Reports } from './billing.ts';
import { Reports as Stock } from './stock.ts';

export default app('orders', { services: [Reports, Stock] });
