/** What `remit.lock` remembers of an event: enough to recognise it under another name. */
export interface LockedEvent {
  readonly class: string;
  readonly properties: readonly string[];
}

/** What `remit.lock` remembers of a service. */
export interface LockedService {
  readonly class: string;
  /** Method names. */
  readonly handlers: readonly string[];
}

/** The stable names an application had when `remit.lock` was written, parsed. */
export interface LockFile {
  readonly events: Readonly<Record<string, LockedEvent>>;
  readonly services: Readonly<Record<string, LockedService>>;
}
