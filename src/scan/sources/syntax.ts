import type { Node } from 'oxc-parser';

/** The nodes right below a node. */
export function children(node: Node): Node[] {
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'parent' ? [] : [value as unknown].flat().filter(isNode),
  );
}

/** A node and all nodes below it. */
export function* within(node: Node): Generator<Node> {
  yield node;
  for (const child of children(node)) yield* within(child);
}

/** The expression without parentheses and without what only types see. */
export function bare(node: Node): Node {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- all other nodes stand for themselves
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
      return bare(node.expression);
    default:
      return node;
  }
}

/** What a member expression reads, and the member's name; `undefined` when the name is computed. */
export function member(node: Node): { readonly of: Node; readonly name: string } | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  const { object, property, computed } = node;
  if (!computed && property.type === 'Identifier') return { of: bare(object), name: property.name };
  if (computed && property.type === 'Literal' && typeof property.value === 'string')
    return { of: bare(object), name: property.value };
  return undefined;
}

/** `this.x` of `this.x` and `this['x']`, casts or not. */
export function ofThis(node: Node): string | undefined {
  const found = member(node);
  return found?.of.type === 'ThisExpression' ? `this.${found.name}` : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
