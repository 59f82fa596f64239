import type { Diagnostic } from '../../errors/index.ts';
import { type SenderType, senderType } from '../sender-type.ts';
import type { FailedImport } from './failed-import.ts';
import type { FileFacts, ImportFacts, ParameterFacts } from './file-facts.ts';

/** RMT1052 for every parameter typed with an interface that was imported from Remit as if it were a class. */
export function senderImports({ graph, place, runtimeImports }: FailedImport): Diagnostic[] {
  return [...graph.files].flatMap(([file, facts]) =>
    runtimeImports(file).flatMap((imported) =>
      typedBy(facts, imported).map(({ parameter, sender }) => ({
        code: 'RMT1052' as const,
        message: `The type of ${parameter.name}, ${parameter.type}, is an interface: nothing says at run time what it may ${sender.interface === 'Emitter' ? 'emit' : 'ask'}.`,
        place: place(file, parameter),
        mend: [
          `export abstract class ${sender.name} extends ${sender.extends} {}`,
          `// and here: ${parameter.name}: ${sender.name}`,
        ].join('\n'),
      })),
    ),
  );
}

/** The parameters of classes that an import of `Emitter` or `Asker` types. */
export function typedBy(
  { classes }: FileFacts,
  { specifier, local }: ImportFacts,
): { readonly parameter: ParameterFacts; readonly sender: SenderType }[] {
  if (specifier !== 'remit' || local === undefined) return [];
  return classes
    .flatMap(({ constructorParameters = [], methods }) => [
      ...constructorParameters,
      ...methods.flatMap(({ parameters }) => parameters),
    ])
    .flatMap((parameter) => {
      const sender = parameter.reference === local ? senderType(parameter.type) : undefined;
      return sender ? [{ parameter, sender }] : [];
    });
}
