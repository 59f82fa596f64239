/** Where in a source file something stands. Lines and columns start at 1; `file` is relative to the application's root. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
