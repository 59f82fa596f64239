export { type Asked } from './asked.ts';
export { type Granularity, type Principal, principalsOf } from './principal.ts';
export { type GrantsOf, type PrincipalStatements, statementsOf } from './statements.ts';
export { postgresDocument } from './targets/postgres.ts';
export { because, explain } from './why.ts';
