export type { Payload, Violation } from './payload.ts';
