import { catalogue, type Code, RemitError } from '../../errors/index.ts';

/** RFC 9457 problem details, ready to be sent. */
export interface Problem {
  readonly status: number;
  readonly body: string;
}

/** Members that details of an error may not replace. */
const own: readonly string[] = ['type', 'title', 'status', 'detail', 'code', 'traceId'];

/**
 * What a caller is told of an error. Where the caller can mend it (a status below 500 in the catalogue), message and
 * details are told. Of all others the caller learns code, title and the trace id, under which the log tells the rest:
 * their messages name files, servers and plugins.
 */
export function problemOf(error: unknown, traceId: string | undefined): Problem {
  const known = error instanceof RemitError ? error : undefined;
  const status = known && catalogue[known.code].status;
  if (known === undefined || status === undefined) {
    const body = describe(known?.code ?? 'RMT4013', 'Internal error', 500, undefined, traceId);
    return { status: 500, body: JSON.stringify(body) };
  }
  const { title } = catalogue[known.code];
  const body =
    status >= 500
      ? describe(known.code, title, status, undefined, traceId)
      : {
          ...describe(known.code, title, status, known.message, traceId),
          ...Object.fromEntries(Object.entries(known.details).filter(([name]) => !own.includes(name))),
        };
  return { status, body: JSON.stringify(body) };
}

function describe(
  code: Code,
  title: string,
  status: number,
  detail: string | undefined,
  traceId: string | undefined,
): Record<string, unknown> {
  return { type: `urn:remit:error:${code}`, title, status, detail, code, traceId };
}
