import { RemitError } from '../../errors/index.ts';

async function tool<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw new RemitError(
      'RMT2065',
      `Plugins are built with ${name}, which is missing: npm install --save-dev esbuild componentize-qjs`,
      {
        cause: error,
      },
    );
  }
}

/** Tools that only the making of plugins needs: loaded when it is asked for. Throws RMT2065 without them. */
export function loadBundler(): Promise<typeof import('esbuild')> {
  return tool('esbuild', () => import('esbuild'));
}

/** Makes a component of a QuickJS guest. Throws RMT2065 without it. */
export function loadComponentizer(): Promise<typeof import('componentize-qjs')> {
  return tool('componentize-qjs', () => import('componentize-qjs'));
}
