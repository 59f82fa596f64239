import { catalogue, type Code, RemitError } from '../../errors/index.ts';

/** RFC 9457 problem details, ready to be sent. */
export interface Problem {
  readonly status: number;
  readonly body: string;
}

/** Members that details of an error may not replace. */
const own: readonly string[] = ['type', 'title', 'status', 'detail', 'code', 'traceId'];

/**
 * What a caller is told of an error. Errors with a status in the catalogue are for callers: message and details are
 * told. Of all others the caller learns the code and the trace id, under which the log tells the rest.
 */
export function problemOf(error: unknown, traceId: string | undefined): Problem {
  const known = error instanceof RemitError ? error : undefined;
  const status = known && catalogue[known.code].status;
  const body =
    known === undefined || status === undefined
      ? describe(known?.code ?? 'RMT4013', 'Internal error', 500, undefined, traceId)
      : {
          ...describe(known.code, catalogue[known.code].title, status, known.message, traceId),
          ...Object.fromEntries(Object.entries(known.details).filter(([name]) => !own.includes(name))),
        };
  return { status: status ?? 500, body: JSON.stringify(body) };
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
