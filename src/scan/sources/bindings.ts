/* oxlint-disable typescript/switch-exhaustiveness-check -- of two hundred kinds of nodes, a few matter */
import type { Node } from 'oxc-parser';
import { within } from './syntax.ts';

/** How often each name is bound at or below a node, in whatever scope. */
export function bindings(root: Node): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const node of within(root)) {
    for (const name of boundBy(node)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function boundBy(node: Node): string[] {
  switch (node.type) {
    case 'VariableDeclarator':
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
    case 'TSImportEqualsDeclaration': {
      const own = node.id ? names(node.id) : [];
      return node.type === 'FunctionDeclaration' ? [...own, ...node.params.flatMap(names)] : own;
    }
    case 'FunctionExpression':
      return [...(node.id ? names(node.id) : []), ...node.params.flatMap(names)];
    case 'ArrowFunctionExpression':
      return node.params.flatMap(names);
    case 'CatchClause':
      return node.param ? names(node.param) : [];
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return names(node.local);
    default:
      return [];
  }
}

/** The names in a pattern. */
function names(pattern: Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) => names(each.type === 'Property' ? each.value : each));
    case 'ArrayPattern':
      return pattern.elements.flatMap((each) => (each ? names(each) : []));
    case 'AssignmentPattern':
      return names(pattern.left);
    case 'RestElement':
      return names(pattern.argument);
    case 'TSParameterProperty':
      return names(pattern.parameter);
    default:
      return [];
  }
}
