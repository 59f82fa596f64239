/* oxlint-disable typescript/switch-exhaustiveness-check -- of two hundred kinds of nodes, a few matter */
import type { Node } from 'oxc-parser';
import { bare, ofThis, within } from './syntax.ts';

/**
 * Names that a value is given after their declaration, and `this.x` for properties; `this.*` when properties may be
 * set unnamed. Says too much rather than too little.
 */
export function assigned(root: Node): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of within(root)) {
    if (isUnnamed(node)) found.add('this.*');
    for (const target of targetOf(node)) {
      for (const part of within(target)) {
        const name = part.type === 'Identifier' ? part.name : ofThis(part);
        if (name !== undefined) found.add(name);
      }
    }
  }
  return found;
}

function targetOf(node: Node): Node[] {
  switch (node.type) {
    case 'AssignmentExpression':
    case 'ForInStatement':
    case 'ForOfStatement':
      return [node.left];
    case 'UpdateExpression':
      return [node.argument];
    case 'UnaryExpression':
      return node.operator === 'delete' ? [node.argument] : [];
    default:
      return [];
  }
}

/** `this[name] = …` and `Object.assign(this, …)`. */
function isUnnamed(node: Node): boolean {
  if (node.type === 'AssignmentExpression') {
    const left = bare(node.left);
    return left.type === 'MemberExpression' && bare(left.object).type === 'ThisExpression' && !ofThis(left);
  }
  return node.type === 'CallExpression' && node.arguments.some(({ type }) => type === 'ThisExpression');
}
