import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the one component Remit ships, built next to this code, and of what it was transpiled to. */
export const shippedFolder = fileURLToPath(new URL('../../dist/plugins/sql/', import.meta.url));

export const shippedComponent = join(shippedFolder, 'sql.wasm');
