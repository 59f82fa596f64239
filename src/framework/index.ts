export type { OpenBinding } from './binding/bindings.ts';
export type { Bus, Deliver, Delivery, Outgoing, RetryPolicy } from './bus/bus.ts';
export type { DeadLetter } from './bus/dead-letter.ts';
export { MemoryBus, type MemoryBusOptions } from './bus/memory-bus.ts';
export type { Answer, Entry, Origin } from './dispatch/entry.ts';
export type { Send, Sending } from './dispatch/send.ts';
export { environmentOf, requireVariables, valueOf, type Variables } from './environment.ts';
export type { Running } from './running.ts';
export { provision, start, type StartOptions } from './start.ts';
