import type { HandlerModel, HttpMethod, Model, RouteModel } from '../../model/index.ts';

export interface CurlOptions {
  /** `http://localhost:3000` */
  readonly address: string;
  /** Sent where a route asks for a caller who proved who they are. */
  readonly token?: string | undefined;
  /** Plain data of an event, by its name. */
  sample(event: string): Readonly<Record<string, unknown>>;
}

/** In the order in which a newcomer tries them: what makes something comes before what finds and deletes it. */
const methods: readonly HttpMethod[] = ['POST', 'PUT', 'GET', 'PATCH', 'DELETE'];

/** A line to paste into a terminal for every route. */
export function curlLines({ services }: Model, options: CurlOptions): string[] {
  const routes = services
    .flatMap(({ handlers }) => handlers)
    .flatMap((handler) => handler.routes.map((route) => ({ handler, route })));
  return routes
    .toSorted((a, b) => methods.indexOf(a.route.method) - methods.indexOf(b.route.method))
    .map(({ handler, route }) => curl(handler, route, options));
}

function curl(handler: HandlerModel, { method, path, parameters }: RouteModel, options: CurlOptions): string {
  const sample = options.sample(handler.event);
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(text([name, sample[name] ?? name])[1]),
  );
  const rest = Object.entries(sample).filter(([name]) => !parameters.includes(name));
  const inQuery = method === 'GET' || method === 'DELETE';
  const query = inQuery && rest.length > 0 ? `?${new URLSearchParams(rest.map(text)).toString()}` : '';
  const words = [
    'curl',
    ...(method === 'GET' ? [] : ['-X', method]),
    quoted(options.address + filled + query),
  ];
  if (handler.access?.kind === 'authenticated') {
    words.push('-H', quoted(`authorization: Bearer ${options.token ?? '$TOKEN'}`));
  }
  if (!inQuery) {
    words.push(
      '-H',
      quoted('content-type: application/json'),
      '-d',
      quoted(JSON.stringify(Object.fromEntries(rest))),
    );
  }
  return words.join(' ');
}

function text([name, value]: [string, unknown]): [string, string] {
  return [name, typeof value === 'string' ? value : JSON.stringify(value)];
}

/** Quoted for a shell where it has to be; a variable stays one. */
function quoted(word: string): string {
  if (/^[\w:/.@%=-]+$/.test(word)) return word;
  return word.includes('$TOKEN') ? `"${word}"` : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
