import { Service } from 'remit';
import { Billing } from './billing.ts';

@Service()
export class Ordering {
  constructor(readonly billing: Billing) {}
}
