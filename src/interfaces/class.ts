/** Any class, abstract or not, whose instances are `T`. */
// oxlint-disable-next-line typescript/no-explicit-any -- a constructor's parameters are contravariant: only any accepts every class
export type Class<T = unknown> = abstract new (...parameters: any[]) => T;
