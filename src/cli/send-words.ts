import { DiagnosticsError } from '../errors/index.ts';

/** What `remit send` was told to send. */
export interface Words {
  readonly app: string | undefined;
  readonly event: string;
  readonly payload: unknown;
}

/**
 * Reads `[app] <event> [json]`: the payload is what comes last and looks like JSON, and the event stands before it.
 * @throws DiagnosticsError RMT6004, RMT6043
 */
export function readWords(words: readonly string[]): Words {
  const last = words.at(-1) ?? '';
  const hasPayload = words.length > 1 && /^\s*[[{"]/.test(last);
  const names = hasPayload ? words.slice(0, -1) : words;
  const [first = '', second] = names;
  if (names.length > 2) {
    throw new DiagnosticsError([
      {
        code: 'RMT6004',
        message: `${names.length} names were given, and send takes an application and an event`,
        mend: `remit send ${first} ${second} '{}'`,
      },
    ]);
  }
  const payload: unknown = hasPayload ? parsed(last) : {};
  return second === undefined
    ? { app: undefined, event: first, payload }
    : { app: first, event: second, payload };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new DiagnosticsError([
      {
        code: 'RMT6043',
        message: `The payload is not JSON: ${reason}`,
        mend: `remit send PlaceOrder '{"quantity":2}'  # in single quotes, names in double quotes`,
      },
    ]);
  }
}
