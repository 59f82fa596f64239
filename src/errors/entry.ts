/** What the catalogue says of one code, whichever occurrence it is. */
export interface Entry {
  /** The problem in one line, without names: the heading in docs/errors.md. */
  readonly title: string;
  /** Why Remit refuses it: the consequence for whoever would have run it. */
  readonly why: string;
  /** `error` stops check and start; `warning` does not. */
  readonly severity: 'error' | 'warning';
  /** The HTTP status when the problem reaches an HTTP caller; absent: 500 and nothing but the code is told. */
  readonly status?: number;
}

/** A catalogue entry that stops check and start. */
export function problem(title: string, why: string, status?: number): Entry {
  return status === undefined ? { title, why, severity: 'error' } : { title, why, severity: 'error', status };
}

/** A catalogue entry that is reported and does not stop anything. */
export function caution(title: string, why: string): Entry {
  return { title, why, severity: 'warning' };
}
