import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RemitError } from '../../errors/index.ts';

/** JSON is the only content type; what it means is judged by the payload's class, after parsing. */
export function takeJson(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, parse);
}

type Done = (error: Error | null, body?: unknown) => void;

function parse(_request: FastifyRequest, body: Buffer, done: Done): void {
  if (body.length === 0) {
    done(null, undefined);
    return;
  }
  let value: unknown;
  try {
    if (!isUtf8(body)) throw new TypeError('not UTF-8');
    value = JSON.parse(body.toString('utf8'));
  } catch {
    // The engine's own message quotes the body, so it goes no further.
    done(new RemitError('RMT4001', 'The body is not valid JSON.'));
    return;
  }
  done(null, value);
}
