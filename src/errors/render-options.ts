import type { Place } from './place.ts';

/** How diagnostics become text. */
export interface RenderOptions {
  /** The text of a source line, for the frame; `undefined` leaves the frame out. */
  line(place: Place): string | undefined;
  /** ANSI colours; default: none. */
  readonly colour?: boolean;
  /** Columns to wrap prose at; default 100. Code is never wrapped. */
  readonly width?: number;
  /** How a file is written after the arrow; default: as in its place. */
  path?(file: string): string;
}
