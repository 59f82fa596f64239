export { diagnose, type Diagnosis } from './diagnose.ts';
export type { LockedEvent, LockedService, LockFile } from './lock-file.ts';
export { noSources } from './no-sources.ts';
export { scan } from './scan.ts';
export type { Code, Scanned } from './scanned.ts';
export type {
  ClassSource,
  DecoratorSource,
  EmittedSource,
  MethodSource,
  ParameterSource,
  SourceIndex,
} from './sources.ts';
