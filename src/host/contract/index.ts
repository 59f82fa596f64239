export { withoutVersion } from './surface.ts';
export { remitWit } from './wit.ts';
