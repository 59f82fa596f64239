import type { Attributes } from '../../../../telemetry/index.ts';

/** Where a server is, without credentials: for messages and spans. */
export interface Address {
  /** `PostgreSQL at db.example:5432/orders`. */
  readonly words: string;
  readonly attributes: Attributes;
}

/** Reads a connection URL; what cannot be read is not shown, since a password may be in it. */
export function addressOf(url: string | undefined): Address {
  const system = { 'db.system.name': 'postgresql' };
  if (url === undefined || !URL.canParse(url)) return { words: 'PostgreSQL', attributes: system };
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = hostname || searchParams.get('host') || 'localhost';
  const database = decodeURIComponent(pathname.slice(1));
  return {
    words: `PostgreSQL at ${host}:${port || '5432'}/${database}`,
    attributes: {
      ...system,
      'server.address': host,
      'server.port': Number(port || 5432),
      ...(database && { 'db.namespace': database }),
    },
  };
}

/** Whether an address can mean a server at all; the address itself is never shown. */
export function isPostgresUrl(url: string): boolean {
  return URL.canParse(url) && /^postgres(?:ql)?:$/u.test(new URL(url).protocol);
}
