/** Names of the parameters of a route's path, in order: `id` of `/orders/:id`. */
export function routeParameters(path: string): string[] {
  return path
    .split('/')
    .filter((segment) => segment.startsWith(':'))
    .map((segment) => segment.slice(1));
}

/** The path with its parameters' names left out: paths of one shape are the same route. */
export function routeShape(path: string): string {
  return path.replaceAll(/:[^/]*/g, ':');
}

/** Whether a path is `/`, or segments each of which is plain text or `:name`. */
export function isRoutePath(path: string): boolean {
  return path === '/' || /^(?:\/(?:[\w.~-]+|:[A-Za-z_]\w*))+$/.test(path);
}
