import { Service } from 'remit';
import { Ordering } from './ordering.ts';

@Service()
export class Billing {
  constructor(readonly ordering: Ordering) {}
}
