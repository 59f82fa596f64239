import type { Graph, GraphEdge, GraphGroup, GraphNode, NodeKind } from './graph.ts';

const shapes: Readonly<Record<NodeKind, string>> = {
  sender: 'shape=cds',
  event: 'shape=hexagon',
  reply: 'shape=hexagon style=dashed',
  handler: 'shape=box style=rounded',
  resource: 'shape=cylinder',
};

/** The graph in Graphviz's language. */
export function dot(graph: Graph): string {
  const groups = new Map(graph.groups.map((group) => [group.id, group]));
  const lines = [
    `digraph ${quoted(graph.name)} {`,
    '  rankdir=LR compound=true fontname="sans-serif"',
    '  node [fontname="sans-serif" fontsize=12] edge [fontname="sans-serif" fontsize=10]',
    ...graph.nodes.map((node) => `  ${box(node)}`),
    ...graph.groups.flatMap((group) => [
      `  subgraph ${cluster(group)} {`,
      `    label=${quoted(group.label)} style=rounded`,
      ...members(group).map((node) => `    ${node}`),
      '  }',
    ]),
    ...graph.edges.map((edge) => `  ${arrow(edge, groups)}`),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function box({ id, kind, label }: GraphNode): string {
  return `${id} [label=${quoted(label)} ${shapes[kind]}]`;
}

const cluster = ({ id }: GraphGroup): string => `cluster_${id}`;

/** Graphviz draws no empty cluster, and arrows end at nodes only: a service without handlers gets a blank one. */
function members(group: GraphGroup): string[] {
  return group.nodes.length > 0 ? group.nodes.map(box) : [`${group.id} [label="" shape=none]`];
}

const anchor = (group: GraphGroup): string => group.nodes[0]?.id ?? group.id;

function arrow({ from, to, label }: GraphEdge, groups: ReadonlyMap<string, GraphGroup>): string {
  const tail = groups.get(from);
  const head = groups.get(to);
  const attributes = [
    ...(label === '' ? [] : [`label=${quoted(label)}`]),
    ...(tail ? [`ltail=${cluster(tail)}`] : []),
    ...(head ? [`lhead=${cluster(head)}`] : []),
  ];
  const ends = `${tail ? anchor(tail) : from} -> ${head ? anchor(head) : to}`;
  return attributes.length === 0 ? ends : `${ends} [${attributes.join(' ')}]`;
}

function quoted(label: string): string {
  return `"${label
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', ' ')}"`;
}
