import type { Place } from './place.ts';
import type { RenderOptions } from './render-options.ts';
import { paint } from './render-paint.ts';
import { visible } from './render-visible.ts';

const longest = 160;

/** The arrow with the place, and under it the source line with the word at the place underlined. */
export function renderFrame(place: Place, options: RenderOptions, mark: (text: string) => string): string[] {
  const { faint } = paint(options);
  const file = options.path?.(place.file) ?? place.file;
  const number = String(place.line);
  const gutter = ' '.repeat(Math.max(2, number.length));
  const lines = [`${gutter}${faint('-->')} ${file}:${place.line}:${place.column}`];
  const read = options.line(place);
  if (read === undefined || read.length > longest) return lines;
  const text = visible(read);
  const before = text.slice(0, place.column - 1).replaceAll(/[^\t]/g, ' ');
  const underline = mark('^'.repeat(wordLength(text.slice(place.column - 1))));
  return [
    ...lines,
    `${gutter} ${faint('|')}`,
    `${faint(number.padStart(gutter.length))} ${faint('|')} ${text}`.trimEnd(),
    `${gutter} ${faint('|')} ${before}${underline}`,
  ];
}

/** A place has no end: what is underlined is the name, decorator or literal that begins there. */
function wordLength(rest: string): number {
  return /^(?:[@#]?[\p{ID_Start}$_][\p{ID_Continue}$.]*|'[^']*'|"[^"]*"|\d+)/u.exec(rest)?.[0].length ?? 1;
}
