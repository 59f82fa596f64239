export { welcome, type Welcome } from './welcome.ts';
