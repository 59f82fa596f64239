import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RemitError } from '../../errors/index.ts';

/** JSON is the only content type; what it means is judged by the payload's class, after parsing. */
export function takeJson(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, parse);
}

type Done = (error: Error | null, body?: unknown) => void;

const utf8 = /^"?utf-?8"?$/i;

/** Bytes of another encoding would be read as other text than was meant, or as none. */
function misread({ headers }: FastifyRequest): RemitError | undefined {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    return new RemitError('RMT4002', 'Send the body as it is, without a content-encoding.');
  }
  const charset = /;\s*charset\s*=\s*([^;\s]*)/i.exec(headers['content-type'] ?? '')?.[1];
  return charset === undefined || utf8.test(charset)
    ? undefined
    : new RemitError('RMT4002', 'Send the body as application/json in UTF-8.');
}

function parse(request: FastifyRequest, body: Buffer, done: Done): void {
  if (body.length === 0) {
    done(null, undefined);
    return;
  }
  const refusal = misread(request);
  if (refusal) {
    done(refusal);
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
