/** One request's worth of items: while it fills, and then on its way. */
export interface Load<T> {
  /** Items taken so far. */
  readonly length: number;
  /** Takes one more; what throws was not taken. */
  add(item: T): void;
  /** Hands on what was taken; called once, at the end. */
  send(): Promise<void>;
}

class List<T> implements Load<T> {
  readonly #items: T[] = [];
  readonly #send: (items: readonly T[]) => Promise<void>;

  constructor(send: (items: readonly T[]) => Promise<void>) {
    this.#send = send;
  }

  get length(): number {
    return this.#items.length;
  }

  add(item: T): void {
    this.#items.push(item);
  }

  send(): Promise<void> {
    return this.#send(this.#items);
  }
}

/** Opens loads that keep their items as they are until they are sent. */
export function listsFor<T>(send: (items: readonly T[]) => Promise<void>): () => Load<T> {
  return () => new List(send);
}
