import { fileURLToPath } from 'node:url';

/**
 * Folder of a component that Remit ships, built next to this code, and of what it was transpiled to; `undefined` when
 * the component is a file of the user's.
 */
export function shippedFolder(component: string | URL): string | undefined {
  if (typeof component !== 'string' || !/^[a-z][a-z0-9-]*$/u.test(component)) return undefined;
  return fileURLToPath(new URL(`../../dist/plugins/${component}/`, import.meta.url));
}
