import { type EventOptions, recordOf, type ReplyOptions } from './record.ts';

/**
 * Declares a payload class, with class-validator rules on its properties, as an event.
 *
 * ```ts
 * @Event()
 * export class PlaceOrder { @IsUUID() id!: string; @IsInt() @Min(1) quantity!: number }
 * ```
 */
export function Event(options: string | EventOptions = {}): ClassDecorator {
  return (target) => {
    recordOf(target).events.push(typeof options === 'string' ? { name: options } : options);
  };
}

/**
 * Declares an event that only answers: it needs no handler and goes to whoever waits.
 *
 * ```ts
 * @Reply({ status: 404 })
 * export class NoSuchOrder { constructor(readonly id: string) {} }
 * ```
 */
export function Reply(options: string | ReplyOptions = {}): ClassDecorator {
  return (target) => {
    recordOf(target).replies.push(typeof options === 'string' ? { name: options } : options);
  };
}
