import type { CallExpression, Expression, ObjectExpression } from 'oxc-parser';
import type { ApplicationFacts, ImportFacts, Position } from './file-facts.ts';
import type { SourceText } from './text.ts';

/** Whether a call is one of `app()`, whatever the file calls it. */
export function isApplicationCall(call: CallExpression, imports: readonly ImportFacts[]): boolean {
  const { callee } = call;
  const [of, name] =
    callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier'
      ? [callee.object, callee.property.name]
      : [callee, 'app'];
  if (of.type !== 'Identifier' || name !== 'app') return false;
  const wanted = of === callee ? 'app' : '*';
  return imports.some(({ imported, local }) => imported === wanted && local === of.name);
}

/** Where the call stands, and its environments as far as they are written out in it or in `variables`. */
export function readApplication(
  call: CallExpression,
  variables: ReadonlyMap<string, Expression>,
  source: SourceText,
): ApplicationFacts {
  const definition = literal(call.arguments[1], variables);
  const environments = definition && literal(valueOf(definition, 'environments'), variables);
  const places: [string, Position][] = (environments?.properties ?? []).flatMap((property) =>
    property.type === 'Property' && !property.computed
      ? [[nameOf(property.key, source), source.at(property.key.start)] as const].map((pair) => [...pair])
      : [],
  );
  return { ...source.at(call.start), environments: Object.fromEntries(places) };
}

type Node = { readonly type: string; readonly start: number; readonly end: number };

function literal(node: Node | undefined, variables: ReadonlyMap<string, Expression>) {
  const named = node?.type === 'Identifier' ? variables.get((node as Node & { name: string }).name) : node;
  return named?.type === 'ObjectExpression' ? (named as ObjectExpression) : undefined;
}

function valueOf(object: ObjectExpression, name: string): Node | undefined {
  for (const property of object.properties) {
    if (
      property.type === 'Property' &&
      !property.computed &&
      'name' in property.key &&
      property.key.name === name
    )
      return property.value;
  }
  return undefined;
}

function nameOf(key: Node, source: SourceText): string {
  if ('name' in key) return String(key.name);
  return 'value' in key ? String(key.value) : source.slice(key);
}
