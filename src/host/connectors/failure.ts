import type { Code } from '../../errors/index.ts';
import type { Instance } from '../component.ts';

const key = 'connector failure';

/** A connector's failure, for the component and for the caller. Holds no secret and no value. */
export class ConnectorFailure<Tag extends string = string> extends Error {
  override readonly name: string = 'ConnectorFailure';
  /** A case of the error that the connector's WIT has. */
  readonly tag: Tag;
  readonly code: Code;

  /** @param sentence Without the resource and the operation: those who know them say them. */
  constructor(tag: Tag, code: Code, sentence: string) {
    super(sentence);
    this.tag = tag;
    this.code = code;
  }
}

/** Throws the error as WIT has it; the failure itself stays with the instance, for whoever made the call. */
export function tell(instance: Instance, error: unknown): never {
  if (!(error instanceof ConnectorFailure)) throw error;
  instance.kept.set(key, error);
  throw { tag: error.tag, val: error.message };
}

/** The last failure that was told to an instance. */
export function toldTo({ kept }: Instance): unknown {
  return kept.get(key);
}

/** Before a call: what was told in an earlier one says nothing about this one. */
export function forget({ kept }: Instance): void {
  kept.delete(key);
}
