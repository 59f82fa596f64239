import { app, env, jwt, postgres, sqlite } from 'remit';
import { Ordering } from './ordering.ts';
import { Bookkeeping } from './receipts.ts';

const auth = jwt({ key: env('ORDERS_JWT_KEY'), issuer: 'orders' });

export default app('orders', {
  services: [Ordering, Bookkeeping],
  environments: {
    dev: { auth, resources: [sqlite()] },
    prod: { auth, resources: [postgres({ url: env('DATABASE_URL'), role: env('DATABASE_ROLE') })] },
  },
});
