export type { Enforceable, Grant, Reason, Statement } from './statement.ts';
