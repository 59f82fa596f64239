import { app, Every, Service } from 'remit';

/** Decorators as functions: what a compiler makes of them, or someone writes in JavaScript. */
export class Sweeper {
  sweep = async () => {};
}
Every('1 hour')(Sweeper.prototype, 'sweep');
Service()(Sweeper);

export default app('orders', { services: [Sweeper] });
