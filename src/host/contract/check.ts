import { RemitError } from '../../errors/index.ts';
import type { LoadOptions } from '../component.ts';
import { type Signature, type Surface, type Surfaces, withoutVersion } from './surface.ts';

/** Interfaces of the system, which the sandbox answers for. */
export const isWasi = (id: string): boolean => id.startsWith('wasi:');

const plainId = /^[a-z0-9:/@.+-]+$/i;

/** Compares a component with what is needed of it and offered to it. Throws RMT2001 to RMT2005. */
export function checkContract(
  options: LoadOptions,
  found: Surfaces,
  expected: ReadonlyMap<string, Surface>,
): void {
  for (const { id } of [...found.imports, ...found.exports]) {
    if (!plainId.test(id))
      throw problem('RMT2001', options, 'it has an import or export with a name that is not plain');
  }
  for (const name of options.required) checkExport(options, found, name, expected.get(name));
  for (const surface of found.imports) checkImport(options, surface, expected);
}

/** Ids of the exports that may be called: required ones, and others whose signatures are Remit's. */
export function checkedExports(
  options: LoadOptions,
  found: Surfaces,
  expected: ReadonlyMap<string, Surface>,
): string[] {
  const fits = (surface: Surface): boolean => {
    const own = expected.get(withoutVersion(surface.id));
    if (own === undefined)
      return options.required.includes(surface.id) || options.required.includes(withoutVersion(surface.id));
    const members = Object.entries(own.functions);
    return (
      own.id === surface.id && members.every(([name, { exact }]) => surface.functions[name]?.exact === exact)
    );
  };
  return found.exports.filter(fits).map(({ id }) => id);
}

function checkExport(
  options: LoadOptions,
  found: Surfaces,
  name: string,
  expected: Surface | undefined,
): void {
  const versions = found.exports.filter(({ id }) => withoutVersion(id) === name);
  const exported = expected === undefined ? versions[0] : versions.find(({ id }) => id === expected.id);
  if (versions.length === 0) {
    const others = found.exports.map(({ id }) => id).filter((id) => id.includes(':'));
    throw problem(
      'RMT2002',
      options,
      `it does not export ${expected?.id ?? name}; it exports ${others.join(', ') || 'no interface'}`,
    );
  }
  if (exported === undefined) {
    const ids = versions.map(({ id }) => id).join(', ');
    throw problem('RMT2003', options, `it exports ${ids}; Remit needs ${expected?.id}`);
  }
  if (expected === undefined) return;
  const lines = Object.entries(expected.functions).flatMap(([member, signature]) =>
    difference(member, signature, exported.functions[member]),
  );
  if (lines.length > 0)
    throw problem('RMT2003', options, `it exports ${exported.id} with other signatures`, lines);
}

function checkImport(options: LoadOptions, surface: Surface, known: ReadonlyMap<string, Surface>): void {
  const name = withoutVersion(surface.id);
  if (!options.offered.includes(name)) {
    if (isWasi(surface.id)) return;
    const offered = options.offered.join(', ') || 'nothing';
    throw problem('RMT2004', options, `it imports ${surface.id}, and is offered ${offered}`);
  }
  const expected = known.get(name);
  if (expected !== undefined && expected.id !== surface.id) {
    throw problem('RMT2005', options, `it imports ${surface.id}; Remit offers ${expected.id}`);
  }
  const lines = Object.entries(surface.functions).flatMap(([member, signature]) => {
    if (expected === undefined) return [];
    const own = Object.hasOwn(expected.functions, member) ? expected.functions[member] : undefined;
    return own === undefined
      ? [`  ${member}`, '    offered: no such function', `    found:   ${signature.shown}`]
      : difference(member, own, signature);
  });
  if (lines.length > 0)
    throw problem('RMT2005', options, `it imports ${surface.id} with other signatures`, lines);
  const infallible = Object.entries(surface.functions).find(([, { fallible }]) => !fallible);
  if (options.asynchronous && infallible !== undefined) {
    throw problem(
      'RMT2005',
      options,
      `its asynchronous import ${surface.id}#${infallible[0]} must return a result`,
    );
  }
}

function difference(member: string, needed: Signature, found: Signature | undefined): string[] {
  if (found?.exact === needed.exact) return [];
  const form = found === undefined || found.shown !== needed.shown ? 'shown' : 'exact';
  return [
    `  ${member}`,
    `    needed: ${needed[form]}`,
    `    found:  ${found === undefined ? 'nothing' : found[form]}`,
  ];
}

type ContractCode = 'RMT2001' | 'RMT2002' | 'RMT2003' | 'RMT2004' | 'RMT2005';

function problem(
  code: ContractCode,
  { name, file }: LoadOptions,
  what: string,
  lines: string[] = [],
): RemitError {
  const message = [`Plugin ${name} cannot be used: ${what}`, ...lines].join('\n');
  return new RemitError(code, message, { details: { plugin: name, file: String(file) } });
}
