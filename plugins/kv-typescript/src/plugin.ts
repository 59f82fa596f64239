export { atomics } from './atomics.ts';
export { batch } from './batch.ts';
export { deploy } from './deploy.ts';
export { manage } from './manage.ts';
export { store } from './store.ts';
export { versions } from './versions.ts';
