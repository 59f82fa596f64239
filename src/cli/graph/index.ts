export { dot } from './dot.ts';
export { drawGraph } from './draw.ts';
export type { Graph, GraphEdge, GraphGroup, GraphNode, NodeKind } from './graph.ts';
export { mermaid } from './mermaid.ts';
export { svg } from './svg.ts';
