/** What a node of the graph stands for; each kind has a shape of its own. */
export type NodeKind = 'sender' | 'event' | 'reply' | 'handler' | 'resource';

export interface GraphNode {
  /** Unique; letters, digits and underscores only. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
}

/** Handlers of one service. */
export interface GraphGroup {
  readonly id: string;
  readonly label: string;
  readonly nodes: readonly GraphNode[];
}

export interface GraphEdge {
  /** Id of a node, or of a group when all of the service is meant. */
  readonly from: string;
  readonly to: string;
  /** Operations, `asks`, a schedule; empty when the arrow says it all. */
  readonly label: string;
}

/** A model as boxes and arrows, sorted: equal models draw equally. */
export interface Graph {
  readonly name: string;
  readonly groups: readonly GraphGroup[];
  /** Nodes outside of any group. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
