export { aboveCeiling, type Needed, sameCeiling } from './ceilings.ts';
export { compileGuard, type Guard } from './guard.ts';
export { admit, judge, type Verdict } from './judge.ts';
export type { Enforceable, Grant, Reason, Statement } from './statement.ts';
