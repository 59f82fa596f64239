/** Colours, or nothing where the output is no terminal. */
export interface Palette {
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly dim: (text: string) => string;
}

const plain = (text: string): string => text;
const paint =
  (code: number) =>
  (text: string): string =>
    `\u001B[${code}m${text}\u001B[0m`;

export function palette(coloured: boolean): Palette {
  return coloured
    ? { red: paint(31), green: paint(32), yellow: paint(33), dim: paint(2) }
    : { red: plain, green: plain, yellow: plain, dim: plain };
}

// oxlint-disable-next-line no-control-regex -- finding control characters is its purpose
const control = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029]/gu;

/** Text from outside made harmless: no escape sequences, and further lines are indented, so none can be forged. */
export function harmless(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(control, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('\n', '\n    ');
}

/** `10:42:07.123`, local time. */
export function clockTime(time: number): string {
  const date = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${day}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** `0.04 ms`, `1.2 ms`, `3.4 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${milliseconds.toFixed(milliseconds < 0.1 ? 2 : 1)} ms`;
}

/** Enough of a trace id to find it. */
export function shortTrace(traceId: string): string {
  return `trace ${traceId.slice(0, 8)}…`;
}
