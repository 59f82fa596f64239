/** Values never shown in a warning: they may carry credentials. */
const shown = 40;

/** Reads environment variables; what it cannot use becomes a warning and the fallback, never an error. */
export class Variables {
  readonly warnings: string[] = [];
  readonly #source: Readonly<Record<string, string | undefined>>;

  constructor(source: Readonly<Record<string, string | undefined>>) {
    this.#source = source;
  }

  /** Undefined when unset or blank, as OpenTelemetry asks. */
  text(name: string): string | undefined {
    const value = this.#source[name]?.trim();
    return value === '' ? undefined : value;
  }

  flag(name: string): boolean {
    const value = this.text(name)?.toLowerCase();
    if (value !== undefined && value !== 'true' && value !== 'false')
      this.refuse(name, '`true` or `false`', value);
    return value === 'true';
  }

  number(name: string, fallback: number, least: number, most = Number.MAX_SAFE_INTEGER): number {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const parsed = Number(value);
    if (Number.isFinite(parsed) && parsed >= least && parsed <= most) return parsed;
    const bounds =
      most === Number.MAX_SAFE_INTEGER ? `a number from ${least} on` : `a number from ${least} to ${most}`;
    this.refuse(name, bounds, value);
    return fallback;
  }

  choice<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.text(name)?.toLowerCase();
    if (value === undefined) return undefined;
    const found = allowed.find((each) => each === value);
    if (found === undefined) this.refuse(name, allowed.map((each) => `\`${each}\``).join(', '), value);
    return found;
  }

  /** `key=value,key=value`, percent-encoded; one malformed member makes all of them void. Values are not shown. */
  pairs(name: string): Record<string, string> {
    const text = this.text(name);
    const pairs: Record<string, string> = {};
    if (text === undefined) return pairs;
    for (const member of text.split(',')) {
      if (member.trim() === '') continue;
      const at = member.indexOf('=');
      const key = at < 1 ? undefined : decoded(member.slice(0, at));
      const value = decoded(member.slice(at + 1));
      if (key === undefined || key === '' || value === undefined) {
        this.refuse(name, 'a list like `key=value,key=value`, percent-encoded');
        return {};
      }
      pairs[key] = value;
    }
    return pairs;
  }

  url(name: string): URL | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
    this.refuse(name, 'an http:// or https:// address');
    return undefined;
  }

  refuse(name: string, expected: string, value?: string): void {
    const found = value === undefined ? 'it is something else' : `it is \`${value.slice(0, shown)}\``;
    this.warnings.push(`${name} should be ${expected}; ${found}, so the default is used.`);
  }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return undefined;
  }
}
