import type { SourceIndex } from './sources.ts';

/** The index of an application whose sources are not at hand. */
export const noSources: SourceIndex = {
  application: undefined,
  classSource: () => undefined,
  environment: () => undefined,
  line: () => undefined,
};
