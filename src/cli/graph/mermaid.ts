import type { Graph, GraphEdge, GraphNode, NodeKind } from './graph.ts';

const brackets: Readonly<Record<NodeKind, readonly [string, string]>> = {
  sender: ['>', ']'],
  event: ['{{', '}}'],
  reply: ['{{', '}}'],
  handler: ['(', ')'],
  resource: ['[(', ')]'],
};

/** The graph as Mermaid text: it renders in Markdown on most code hosts. */
export function mermaid(graph: Graph): string {
  const lines = [
    'flowchart LR',
    ...graph.nodes.map((node) => `  ${box(node)}`),
    ...graph.groups.flatMap(({ id, label, nodes }) => [
      `  subgraph ${id}[${quoted(label)}]`,
      ...nodes.map((node) => `    ${box(node)}`),
      '  end',
    ]),
    ...graph.edges.map((edge) => `  ${arrow(edge)}`),
    '  classDef reply stroke-dasharray: 4 3',
  ];
  return `${lines.join('\n')}\n`;
}

function box({ id, kind, label }: GraphNode): string {
  const [open, close] = brackets[kind];
  return `${id}${open}${quoted(label)}${close}${kind === 'reply' ? ':::reply' : ''}`;
}

function arrow({ from, to, label }: GraphEdge): string {
  return label === '' ? `${from} --> ${to}` : `${from} -->|${quoted(label)}| ${to}`;
}

/** Mermaid knows no backslashes: what would end or mark up a label is written as an entity. */
function quoted(label: string): string {
  return `"${label.replaceAll(/[#"<>&`]/g, (char) => `#${char.charCodeAt(0)};`)}"`;
}
