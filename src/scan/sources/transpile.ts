import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type * as Oxc from 'oxc-transform';
import { DiagnosticsError } from '../../errors/index.ts';
import { derivedCache } from './cache.ts';

/** What compiled code imports for its decorators; the loader resolves it. */
export const decoratorModule = 'remit:decorate';

/** Turns one TypeScript module into JavaScript with an inline source map. */
export type Transpile = (file: string, source: string) => string;

/** Files that need compiling before Node can run them. CommonJS cannot import the application's decorators: `.cts` is left to Node. */
export function isTypeScript(file: string): boolean {
  return /\.m?ts$/.test(file) && !/\.d\.m?ts$/.test(file);
}

/** Compiles with decorators and their metadata; loads the compiler only for what the cache does not hold. */
export function transpiler(folder: string): Transpile {
  const cache = derivedCache(folder, 'transpile 1');
  return (file, source) => cache.of(source, basename(file), '.js', () => compile(file, source));
}

function compile(file: string, source: string): string {
  const { code, map, errors } = compiler().transformSync(basename(file), source, {
    lang: 'ts',
    sourceType: 'module',
    target: 'esnext',
    sourcemap: true,
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- an ambient const enum has no value to name
    helpers: { mode: 'External' as Oxc.HelperMode },
    decorator: { legacy: true, emitDecoratorMetadata: true },
  });
  const failed = errors.find(isError);
  if (failed) throw new SyntaxError(failed.message);
  const decorated = code.includes('babelHelpers.')
    ? `import * as babelHelpers from '${decoratorModule}';\n`
    : '';
  const inlined = Buffer.from(JSON.stringify({ ...map, sourcesContent: undefined })).toString('base64');
  return `${code}\n${decorated}//# sourceMappingURL=data:application/json;base64,${inlined}`;
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'Error';
}

let oxc: typeof Oxc | undefined;

function compiler(): typeof Oxc {
  try {
    oxc ??= createRequire(import.meta.url)('oxc-transform') as typeof Oxc;
    return oxc;
  } catch {
    throw new DiagnosticsError([
      {
        code: 'RMT1086',
        message: 'The package oxc-transform, which compiles TypeScript, is not installed or does not load.',
        mend: 'npm install --save-dev oxc-transform oxc-parser\n\nor run what tsc compiled: remit start dist/app.js',
      },
    ]);
  }
}
