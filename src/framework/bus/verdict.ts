import { RemitError } from '../../errors/index.ts';

/** Failures that no further try can mend: the payload no longer fits its class, or the handler is gone. */
const final = new Set<string>(['RMT3021', 'RMT3026']);

/** Whether a delivery that failed for the `attempt`th time is tried again. */
export function isRetried(error: unknown, attempt: number, retries: number): boolean {
  if (error instanceof RemitError && final.has(error.code)) return false;
  return attempt <= retries;
}
