import type { Class } from './class.ts';
import { type Injectable, injectable } from './injectable.ts';

declare const brand: unique symbol;

/** The right to send one query and await its answer. */
export interface Asker<Query, Reply> {
  /**
   * Sends the query at once and returns the reply event of its handler.
   * @throws RemitError RMT3020 for a query of another class, RMT3022 when no answer came in time; the handler's own error otherwise.
   */
  ask(query: Query): Promise<Reply>;
  readonly [brand]: (query: Query) => Reply;
}

/**
 * The need to ask: name the query and every reply its handler may give; `check` compares them with the handler.
 *
 * ```ts
 * export abstract class AsksStock extends asks(CheckStock, StockLevel) {}
 * ```
 */
export function asks<Query, const Replies extends readonly [Class, ...Class[]]>(
  query: Class<Query>,
  ...replies: Replies
): abstract new () => Asker<Query, InstanceType<Replies[number]>> {
  abstract class AsksToken {
    static readonly [injectable]: Injectable = { kind: 'asks', event: query, replies };
  }
  return AsksToken as unknown as abstract new () => Asker<Query, InstanceType<Replies[number]>>;
}
