import { DiagnosticsError } from '../errors/index.ts';

/** What `remit send` was told to send. */
export interface Words {
  readonly app: string | undefined;
  readonly event: string;
  readonly payload: unknown;
}

/**
 * Reads `[app] <event> [json]`: the payload is what comes last and is JSON, or begins like it, and the event stands before.
 * @throws DiagnosticsError RMT6004, RMT6043
 */
export function readWords(words: readonly string[]): Words {
  const last = words.at(-1) ?? '';
  const hasPayload = words.length > 1 && isMeantAsJson(last);
  const names = hasPayload ? words.slice(0, -1) : words;
  const [first = '', second] = names;
  if (names.length > 2) {
    throw new DiagnosticsError([
      {
        code: 'RMT6004',
        message: `${words.length} words were given, and send takes an application, an event and its payload`,
        mend: `remit send ${looksLikeFile(first) ? `${first} ${second}` : first} '{"name":"value"}'  # the payload in single quotes, so that it is one word`,
      },
    ]);
  }
  const payload: unknown = hasPayload ? parsed(last) : {};
  return second === undefined
    ? { app: undefined, event: first, payload }
    : { app: first, event: second, payload };
}

/** Names of events begin with a letter, and none is a literal of JSON. */
function isMeantAsJson(word: string): boolean {
  return /^\s*([[{"]|-?\d|(null|true|false)\s*$)/.test(word);
}

function looksLikeFile(word: string): boolean {
  return /[/\\]|\.[mc]?[jt]s$|^\.+$/.test(word);
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
