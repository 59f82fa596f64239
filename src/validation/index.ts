export { compilePayload } from './compile.ts';
export type { Payload, Violation } from './payload.ts';
