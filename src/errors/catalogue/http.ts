import { type Entry, problem } from '../entry.ts';

/** RMT4xxx. */
export const httpErrors = {
  RMT4001: problem(
    'The body is not JSON',
    'Nothing can be read from it; it may have been cut off on its way or be encoded other than in UTF-8.',
    400,
  ),
  RMT4002: problem(
    'The body has another content type than JSON',
    'Guessing what a body means is how data is misread, so only application/json in UTF-8 is taken, and not compressed.',
    415,
  ),
  RMT4003: problem(
    'The body is too large',
    'Bodies are held in memory while they are judged, so their size is bounded: 1 MiB unless the application says otherwise.',
    413,
  ),
  RMT4004: problem('There is no such route', 'No handler has a route for this path.', 404),
  RMT4005: problem(
    'The route has no such method',
    'The path exists with other methods; the Allow header lists them.',
    405,
  ),
  RMT4006: problem(
    'The request is malformed',
    'Its URL, headers or framing break the rules of HTTP, so what was meant is not known.',
    400,
  ),
  RMT4007: problem(
    'Body or query contradicts the path',
    'A path parameter and a property of the same name have different values: acting on either could be wrong.',
    400,
  ),
  RMT4008: problem(
    'The Idempotency-Key header is malformed',
    'The key becomes the id of the event: a UUID, or 1 to 128 visible ASCII characters.',
    400,
  ),
  RMT4009: problem(
    'Too many requests are being served',
    'Requests beyond the bound would only make all others slower. Nothing was done; try again later.',
    503,
  ),
  RMT4010: problem(
    'The bearer token is not valid',
    'It is malformed, has expired, or was not signed by the key, issuer or audience that this application trusts.',
    401,
  ),
  RMT4011: problem(
    'The request did not arrive in time',
    'Connections that send slowly would keep others from being served, so each request has a bounded time to arrive.',
    408,
  ),
  RMT4012: problem(
    'The headers are too large',
    'Headers are held in memory, so their size is bounded by 16 KiB.',
    431,
  ),
  RMT4013: problem(
    'A handler failed',
    'The cause is in the trace and the log of the application; callers are told the trace id and nothing else.',
  ),
  RMT4014: problem(
    'What the request expects cannot be met',
    'A client that sends Expect wants to be told so instead of having it ignored; only 100-continue is known.',
    417,
  ),
  RMT4020: problem(
    'The port is in use',
    'Another process listens on it, often an instance of this application that still runs.',
  ),
  RMT4021: problem(
    'The address cannot be listened on',
    'The operating system refused it: the host is not of this machine, or the port needs rights that this process does not have.',
  ),
  RMT4022: problem(
    'The key for bearer tokens cannot be used',
    'A weak or wrong key would let anyone write tokens, so the application does not start with one.',
  ),
  RMT4023: problem(
    'No development token can be signed with this key',
    'A public key only verifies. Tokens for development are signed with a shared secret.',
  ),
  RMT4030: problem(
    'A payload class cannot be made without arguments',
    'Payloads arrive as data: Remit makes an empty instance and assigns its properties, so the constructor runs without arguments.',
  ),
  RMT4031: problem(
    'A property of a payload class has no validation rule',
    'Properties without a rule are refused as unknown, so no payload of this class could ever be accepted.',
  ),
  RMT4032: problem(
    'The class of a nested value is not known or has no rules',
    'TypeScript does not record what a list holds, and a class without rules cannot be judged: every payload with such a value would be refused. Two copies of class-transformer have the same effect, as each sees its own decorators only.',
  ),
  RMT4033: problem(
    'A payload class has an asynchronous validation rule',
    'Payloads are judged before the handler has any resource, in one go; an asynchronous rule would silently count as kept.',
  ),
} as const satisfies Record<string, Entry>;
