import { recordOf, type ServiceOptions } from './record.ts';

/**
 * Declares a class whose methods handle events. List it in `app({ services: […] })`.
 *
 * ```ts
 * @Service()
 * export class Ordering { constructor(private readonly orders: OrderBook) {} }
 * ```
 */
export function Service(options: string | ServiceOptions = {}): ClassDecorator {
  return (target) => {
    recordOf(target).services.push(typeof options === 'string' ? { name: options } : options);
  };
}
