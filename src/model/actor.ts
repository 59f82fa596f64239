/** Who is behind an event; set by the framework, never by the caller. */
export interface Actor {
  readonly subject: string;
  readonly tenant?: string;
  readonly scopes: readonly string[];
}
