import type { HttpMethod, RouteModel } from '../../model/index.ts';

/** Which methods a path has: needed only where no route answers. */
export interface Pattern {
  readonly method: HttpMethod;
  matches(path: string): boolean;
}

/** Compiles a route's path; parameters take one segment each. */
export function compilePattern(route: RouteModel): Pattern {
  const wanted = route.path.split('/');
  return {
    method: route.method,
    matches(path) {
      const segments = path.split('/');
      return (
        segments.length === wanted.length &&
        segments.every((segment, index) => {
          const want = wanted[index] ?? '';
          return want.startsWith(':') ? segment !== '' : want === segment;
        })
      );
    },
  };
}

/** The methods of a path as an `Allow` header names them; empty when no route has it. */
export function methodsOf(patterns: readonly Pattern[], path: string): readonly string[] {
  const methods = new Set<string>();
  for (const pattern of patterns) if (pattern.matches(path)) methods.add(pattern.method);
  if (methods.size === 0) return [];
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods.add('OPTIONS')].sort();
}
