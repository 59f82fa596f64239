import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type * as Oxc from 'oxc-parser';
import type { CallExpression, Class, Expression } from 'oxc-parser';
import { derivedCache } from './cache.ts';
import { isApplicationCall, readApplication } from './application-call.ts';
import { readClass } from './classes.ts';
import { emittedReader } from './emitted.ts';
import type { FileFacts, Position } from './file-facts.ts';
import { readImports } from './imports.ts';
import { type SourceText, sourceText } from './text.ts';

/** Reads what Remit wants to know of a source file. `undefined` when the parser is not installed. */
export type ReadFacts = (file: string, source: string) => FileFacts | undefined;

/** Parses with oxc; loads the parser only for what the cache does not hold. */
export function factsReader(folder: string): ReadFacts {
  const cache = derivedCache(folder, 'facts 5');
  return (file, source) => {
    try {
      return JSON.parse(
        cache.of(source, basename(file), '.json', () => JSON.stringify(parse(file, source))),
      ) as FileFacts;
    } catch (error) {
      if (error instanceof ParserMissing) return undefined;
      throw error;
    }
  };
}

class ParserMissing extends Error {}

let oxc: typeof Oxc | undefined;

function parser(): typeof Oxc {
  try {
    oxc ??= createRequire(import.meta.url)('oxc-parser') as typeof Oxc;
    return oxc;
  } catch {
    throw new ParserMissing();
  }
}

function parse(file: string, text: string): FileFacts {
  const source = sourceText(text);
  const { program, module, errors } = parser().parseSync(basename(file), text);
  const syntaxErrors = errors
    .filter(isError)
    .map(({ message, labels }) => ({ message, ...source.at(labels[0]?.start ?? 0) }));
  const imports = readImports(module, source);
  if (syntaxErrors.length > 0) return { imports, values: [], types: [], classes: [], syntaxErrors };
  return { imports, ...readDeclarations(program, exportsOf(module), imports, source), syntaxErrors };
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'Error';
}

interface Exported {
  readonly local: string;
  readonly as: string;
}

function exportsOf(module: Oxc.EcmaScriptModule): Exported[] {
  return module.staticExports.flatMap(({ entries }) =>
    entries
      .filter(({ moduleRequest, isType }) => moduleRequest === null && !isType)
      .map(({ localName, exportName }) => ({
        local: localName.name ?? 'default',
        as: exportName.name ?? 'default',
      })),
  );
}

function readDeclarations(
  program: Oxc.Program,
  exported: readonly Exported[],
  imports: FileFacts['imports'],
  source: SourceText,
) {
  const types = new Set<string>();
  const found: { node: Class; name: string; binding: string }[] = [];
  const bindings = new Map<Expression, string>();
  const variables = new Map<string, Expression>();
  const calls: CallExpression[] = [];
  let defaultExport: Position | undefined;
  const addClass = (node: Class) => {
    const binding = bindings.get(node) ?? node.id?.name ?? 'default';
    found.push({ node, name: node.id?.name ?? binding, binding });
  };
  new (parser().Visitor)({
    TSInterfaceDeclaration: ({ id }) => types.add(id.name),
    TSTypeAliasDeclaration: ({ id }) => types.add(id.name),
    ClassDeclaration: addClass,
    ClassExpression: addClass,
    VariableDeclarator({ id, init }) {
      if (id.type !== 'Identifier' || !init) return;
      variables.set(id.name, init);
      bindings.set(init, id.name);
    },
    ExportDefaultDeclaration({ start }) {
      defaultExport = source.at(start);
    },
    CallExpression(call) {
      if (isApplicationCall(call, imports)) calls.push(call);
    },
  }).visit(program);
  const readEmitted = emittedReader(program, source);
  const classes = found.map(({ node, name, binding }) => {
    const names = exported.filter(({ local }) => local === binding).map(({ as }) => as);
    return readClass(node, name, names, source, readEmitted);
  });
  return {
    values: exported
      .filter(({ local }) => !types.has(local) || classes.some(({ name }) => name === local))
      .map(({ as }) => as),
    types: [...types].filter((type) => !classes.some(({ name }) => name === type)),
    classes,
    ...(defaultExport && { defaultExport }),
    ...(calls[0] && { application: readApplication(calls[0], variables, source) }),
  };
}
