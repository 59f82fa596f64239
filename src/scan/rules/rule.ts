import type { Diagnostic } from '../../errors/index.ts';
import type { Draft } from '../draft/draft.ts';

/** Finds one kind of mistake. Rules do not depend on each other, nor on the order they run in. */
export type Rule = (draft: Draft) => Iterable<Diagnostic>;
