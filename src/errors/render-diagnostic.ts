import { catalogue } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { RenderOptions } from './render-options.ts';
import { renderFrame } from './render-frame.ts';
import { paint } from './render-paint.ts';
import { visible } from './render-visible.ts';
import { wrap } from './render-wrap.ts';

/** One diagnostic: heading, source frames, why and mend; every line ended. */
export function renderDiagnostic(diagnostic: Diagnostic, options: RenderOptions): string {
  const { title, why, severity } = catalogue[diagnostic.code];
  const { strong, faint, [severity]: mark } = paint(options);
  const width = options.width ?? 100;
  const lines = [
    mark(`${severity}[${diagnostic.code}]`) + strong(`: ${visible(diagnostic.message) || title}`),
  ];
  if (diagnostic.place) lines.push(...renderFrame(diagnostic.place, options, mark));
  for (const related of diagnostic.related ?? []) {
    lines.push(`  ${faint('note:')} ${visible(related.message)}`);
    if (related.place) lines.push(...renderFrame(related.place, options, faint));
  }
  if (why) lines.push(...labelled('why', wrap(why, width - 8), strong));
  if (diagnostic.mend)
    lines.push(...labelled('mend', visible(diagnostic.mend).trimEnd().split('\n'), strong));
  return `${lines.join('\n')}\n`;
}

function labelled(label: string, text: readonly string[], strong: (text: string) => string): string[] {
  const [first = '', ...rest] = text;
  const head = `  ${strong(`${label}:`)}${' '.repeat(5 - label.length)}${first}`;
  return [head, ...rest.map((line) => (line === '' ? '' : `        ${line}`))];
}
