/** A WIT function name as generated code calls it. */
export interface Callable {
  readonly kind: 'function' | 'method' | 'static' | 'constructor';
  /** The class, for members of a resource. */
  readonly resource: string | undefined;
  readonly name: string;
}

const member = /^\[(method|static|constructor)\]([^.]+)(?:\.(.+))?$/;

/** `[method]output-stream.check-write` is `checkWrite` of the class `OutputStream`. */
export function callable(wit: string): Callable {
  const [, kind, resource, name] = member.exec(wit) ?? [];
  if (kind === undefined || resource === undefined) {
    return { kind: 'function', resource: undefined, name: camelCase(wit) };
  }
  return {
    kind: kind as Callable['kind'],
    resource: className(resource),
    name: camelCase(name ?? 'constructor'),
  };
}

export function className(wit: string): string {
  const name = camelCase(wit);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function camelCase(wit: string): string {
  return wit.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
