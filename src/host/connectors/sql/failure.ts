import type { Code } from '../../../errors/index.ts';

/** How a failure is told to the component: the cases of `remit:connect/sql`'s error. */
export type FailureTag = 'refused' | 'unavailable' | 'conflict' | 'missing' | 'other';

/** A connector's failure, for the component and for the caller. Holds no secret and no value. */
export class SqlFailure extends Error {
  override readonly name = 'SqlFailure';
  readonly tag: FailureTag;
  readonly code: Code;

  /** @param sentence Without the resource and the operation: those who know them say them. */
  constructor(tag: FailureTag, code: Code, sentence: string) {
    super(sentence);
    this.tag = tag;
    this.code = code;
  }
}
