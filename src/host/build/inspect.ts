import { readFile } from 'node:fs/promises';
import { RemitError } from '../../errors/index.ts';
import { digestOf } from '../digest.ts';
import { loadWasmTools } from '../transpile/transpiler.ts';
import { askInWords, offerInWords } from './words.ts';

/** An interface of a component, and what it means. */
export interface InspectedInterface {
  /** With version: `wasi:keyvalue/store@0.2.0-draft2`. */
  readonly name: string;
  readonly words: string;
}

/** What a component says of itself; nothing of it has run. */
export interface PluginInspection {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hex. */
  readonly digest: string;
  readonly exports: readonly InspectedInterface[];
  readonly imports: readonly InspectedInterface[];
}

/**
 * Reads what a component exports and imports.
 * @throws RemitError RMT2009 when the file cannot be read, RMT2001 when it is no component.
 */
export async function inspectPlugin(file: string): Promise<PluginInspection> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new RemitError('RMT2009', `The plugin ${file} cannot be read.`, { cause: error });
  });
  const { componentWit } = await loadWasmTools();
  const wit = await componentWit(bytes).catch((error: unknown) => {
    throw new RemitError('RMT2001', `${file} is not a WebAssembly component.`, { cause: error });
  });
  const named = (kind: string, words: (name: string) => string): InspectedInterface[] =>
    [...wit.matchAll(new RegExp(`^ *${kind} ([\\w:/@.-]+);`, 'gmu'))].map(([, name = '']) => ({
      name,
      words: words(name),
    }));
  return {
    file,
    size: bytes.byteLength,
    digest: digestOf(bytes),
    exports: named('export', offerInWords),
    imports: named('import', askInWords),
  };
}
