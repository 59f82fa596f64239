import type { Component } from '../../host/index.ts';
import { loadComponent, loadOptionsOf } from '../../host/index.ts';
import type { ResourceInterface } from '../../model/index.ts';
import type { ConformanceOptions } from './options.ts';
import type { ConformanceFinding } from './report.ts';
import { providerOf } from './stand.ts';

const served: readonly (readonly [ResourceInterface, string])[] = [
  ['keyValue', 'wasi:keyvalue/store'],
  ['blobs', 'remit:blob/container'],
];

/** A component, loaded and not run, and the interfaces that it is to be judged by. */
export interface Judged {
  readonly component: Component;
  readonly interfaces: readonly ResourceInterface[];
  readonly findings: readonly ConformanceFinding[];
}

/** @throws RemitError RMT2001-2009 when it cannot be loaded, or lacks an interface that was asked for. */
export async function subjectOf(options: ConformanceOptions): Promise<Judged> {
  const asynchronous = options.connector.kind !== 'sqlite';
  const load = loadOptionsOf(providerOf(options), options.interfaces ?? [], asynchronous, {
    cache: options.cache ?? '.remit/cache',
  });
  const component = await loadComponent(load);
  const exported = new Set(component.exports.map(bare));
  const interfaces =
    options.interfaces ?? served.filter(([, face]) => exported.has(face)).map(([kind]) => kind);
  return { component, interfaces, findings: importFindings(component.imports, load.offered) };
}

/** WASI may be linked, and refuses when it is called; a plugin that conforms does not even ask. */
function importFindings(imports: readonly string[], offered: readonly string[]): ConformanceFinding[] {
  return imports
    .filter((name) => !offered.includes(bare(name)))
    .map((name) => ({
      code: 'RMT2104',
      action: name,
      message: `The component imports ${name}, which no binding grants.`,
    }));
}

function bare(name: string): string {
  return name.split('@')[0] ?? name;
}
