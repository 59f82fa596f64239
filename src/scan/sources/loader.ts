import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { decoratorModule, isTypeScript, type Transpile } from './transpile.ts';

const helpers = new URL(import.meta.url.endsWith('.ts') ? './decorate.ts' : './decorate.js', import.meta.url)
  .href;

/** Modules of the application, in the order in which they were loaded; grows while it runs. */
export type LoadedFiles = ReadonlySet<string>;

/**
 * Teaches Node to import TypeScript with decorators: `./x.ts` and `./x.js` both find `x.ts` when only that exists.
 * Packages are left to Node, and `remit` itself is found even where the application has not installed it.
 */
export function installLoader(transpile: Transpile): LoadedFiles {
  const loaded = new Set<string>();
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === decoratorModule) return { url: helpers, shortCircuit: true };
      try {
        return next(specifier, context);
      } catch (error) {
        const other = instead(specifier, context.parentURL);
        if (other === undefined) throw error;
        return next(other.specifier, { ...context, parentURL: other.parentURL });
      }
    },
    load(url, context, next) {
      const file = ownFile(url);
      if (file === undefined) return next(url, context);
      loaded.add(file);
      if (!isTypeScript(file)) return next(url, context);
      return { format: 'module', source: transpile(file, readFileSync(file, 'utf8')), shortCircuit: true };
    },
  });
  process.setSourceMapsEnabled(true);
  return loaded;
}

/** Where else a module may be that Node did not find. */
function instead(specifier: string, parentURL: string | undefined) {
  if (specifier === 'remit' || specifier.startsWith('remit/'))
    return { specifier, parentURL: import.meta.url };
  if (parentURL === undefined || !/^(\.|file:|\/)/.test(specifier)) return undefined;
  const url = new URL(specifier, parentURL).href.replace(/\.(m?)js$/, '.$1ts');
  return url.startsWith('file:') && existsSync(fileURLToPath(url))
    ? { specifier: url, parentURL }
    : undefined;
}

/** The path of a module that is the application's own; Remit and installed packages are not. */
function ownFile(url: string): string | undefined {
  if (!url.startsWith('file:')) return undefined;
  const file = fileURLToPath(url);
  return /[\\/]node_modules[\\/]/.test(file) || file.startsWith(remitRoot) ? undefined : file;
}

/** The folder this copy of Remit runs from: its `dist`, or `src` in its own tests. */
const remitRoot = fileURLToPath(new URL('../../', import.meta.url));
