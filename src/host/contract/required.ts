import { loadWasmTools } from '../transpile/transpiler.ts';
import { readComponent } from './read-component.ts';
import { type Surface, surfaces, withoutVersion } from './surface.ts';
import { idOf, remitWit } from './wit.ts';

/**
 * The signatures of Remit's own interfaces, by name without version. They are read from a component without code that
 * is made from the WIT, so that both sides of a comparison come the same way. Interfaces that are not Remit's are left out.
 */
export async function remitSurfaces(names: readonly string[]): Promise<ReadonlyMap<string, Surface>> {
  const wit = await remitWit();
  const ids = names.map((name) => idOf(wit, name)).filter((id) => id !== undefined);
  if (ids.length === 0) return new Map();
  const { componentEmbed, componentNew } = await loadWasmTools();
  const world = `world contract { ${ids.map((id) => `export ${id};`).join(' ')} }`;
  const packages = wit.packages.map(({ id, body }) => `package ${id} {\n${body}\n}`);
  const witSource = ['package remit:contract;', world, ...packages].join('\n');
  const bytes = await componentNew(await componentEmbed({ dummy: true, witSource, world: 'contract' }), []);
  return new Map(surfaces(readComponent(bytes)).exports.map((one) => [withoutVersion(one.id), one]));
}
