export { type BindingOf, evaluateFaces, grantsIn } from './evaluate.ts';
export type { Face, FaceQuestion } from './faces.ts';
