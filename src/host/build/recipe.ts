/** How a component is made of a folder, and what tells whether one that was made before is fresh. */
export interface Recipe {
  /** The sources, as far as they go into the component. */
  readonly code: string;
  /** The compiler and its version. */
  readonly tool: string;
  component(): Promise<Uint8Array>;
}
