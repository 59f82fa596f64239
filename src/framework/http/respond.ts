import type { ServerResponse } from 'node:http';

/** Further headers: names and values in turn. */
export type Headers = readonly string[];

/**
 * Writes a whole response in one go, past Fastify's reply: headers are never looked up again, so one flat list is
 * all they need. `body` undefined: no content.
 */
export function respond(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | undefined,
  further: Headers,
): void {
  const headers =
    body === undefined
      ? ['x-content-type-options', 'nosniff', 'cache-control', 'no-store', ...further]
      : [
          'content-type',
          type,
          'content-length',
          String(Buffer.byteLength(body)),
          'x-content-type-options',
          'nosniff',
          'cache-control',
          'no-store',
          ...further,
        ];
  // 204 and 304 have no body; any other status without one says so by its length.
  if (body === undefined && status !== 204 && status !== 304) headers.push('content-length', '0');
  response.writeHead(status, headers);
  response.end(body);
}
