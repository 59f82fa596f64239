import type { IncomingMessage } from 'node:http';
import { RemitError } from '../../errors/index.ts';

/**
 * Why a request that Node takes for well-formed is none: without one `Host`, proxies before this server could have
 * judged another host than it does, and a fragment is never sent (RFC 9112, 3.2).
 */
export function malformation({ rawHeaders, url, httpVersion }: IncomingMessage): RemitError | undefined {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  if (hosts > 1 || (hosts === 0 && httpVersion === '1.1')) {
    return new RemitError('RMT4006', `The request has ${hosts === 0 ? 'no' : 'more than one'} Host header.`);
  }
  if (url?.includes('#') !== true) return undefined;
  return new RemitError('RMT4006', 'The request target has a fragment.');
}
