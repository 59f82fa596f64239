import type { Class } from '../interfaces/index.ts';
import { type HandlesOptions, methodRecord } from './record.ts';

type Answer<Reply> = [Reply] extends [never] ? void : Reply;

/** A method that takes the event first and its needs after, and answers with one of its replies. */
export type HandlerDecorator<Event, Reply> = <
  // oxlint-disable-next-line typescript/no-explicit-any -- needs are any injectables; the scan judges them
  Method extends (event: Event, ...needs: any[]) => Answer<Reply> | Promise<Answer<Reply>>,
>(
  target: object,
  property: string | symbol,
  descriptor: TypedPropertyDescriptor<Method>,
) => void;

/**
 * Makes a method the handler of an event. Further parameters are needs of this handler alone. The method answers
 * with an instance of one of `replies`, and with nothing when there are none.
 *
 * ```ts
 * @Handles(PlaceOrder, { replies: [OrderPlaced] })
 * async place(order: PlaceOrder): Promise<OrderPlaced> { … }
 * ```
 */
export function Handles<Event, const Replies extends readonly Class[] = readonly []>(
  event: Class<Event>,
  options: HandlesOptions<Replies> = {},
): HandlerDecorator<Event, InstanceType<Replies[number]>> {
  return (target, property) => {
    methodRecord(target, property).handles.push({ event, options });
  };
}
