export { check, type Checked, type CheckOptions } from './check.ts';
