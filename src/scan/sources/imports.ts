import type { EcmaScriptModule } from 'oxc-parser';
import type { ImportFacts } from './file-facts.ts';
import type { SourceText } from './text.ts';

/** Every name a module takes from another, whether it uses it or passes it on. */
export function readImports(module: EcmaScriptModule, source: SourceText): ImportFacts[] {
  const taken = module.staticImports.flatMap(({ moduleRequest, entries, start }): ImportFacts[] => {
    const specifier = moduleRequest.value;
    if (entries.length === 0) return [{ specifier, typeOnly: false, ...source.at(start) }];
    return entries.map(({ importName, localName, isType }) => ({
      specifier,
      imported: importedName(importName),
      local: localName.value,
      typeOnly: isType,
      ...source.at(importName.start ?? localName.start),
    }));
  });
  const passed = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, importName, exportName, isType, start }): ImportFacts[] =>
      moduleRequest === null
        ? []
        : [
            {
              specifier: moduleRequest.value,
              imported: importedName(importName),
              exported: importedName(exportName),
              typeOnly: isType,
              ...source.at(importName.start ?? start),
            },
          ],
    ),
  );
  return [...taken, ...passed];
}

/** `*` stands for all of a module. */
function importedName({ kind, name }: { readonly kind: string; readonly name: string | null }): string {
  if (kind === 'Name') return name ?? '*';
  return kind === 'Default' ? 'default' : '*';
}
