// Ships the sql component ready to run; needs the built dist.
import { transpileShipped } from '../dist/host/build/transpile-shipped.js';

await transpileShipped();
