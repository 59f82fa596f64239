/** Marks parts of a rendered diagnostic with ANSI colours, or leaves them as they are. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const same = (text: string) => text;
const plain: Paint = { error: same, warning: same, strong: same, faint: same };
const ansi: Paint = {
  error: (text) => `\u001b[1;31m${text}\u001b[0m`,
  warning: (text) => `\u001b[1;33m${text}\u001b[0m`,
  strong: (text) => `\u001b[1m${text}\u001b[0m`,
  faint: (text) => `\u001b[34m${text}\u001b[0m`,
};

export function paint(options: { readonly colour?: boolean }): Paint {
  return options.colour ? ansi : plain;
}
