import type { HandlerModel, Model, NeedModel, ServiceModel } from '../../model/index.ts';
import type { Graph, GraphEdge, GraphNode, NodeKind } from './graph.ts';
import { identifiers } from './identifiers.ts';

/** Draws who sends what to whom, and which handler touches which resource. */
export function drawGraph(model: Model): Graph {
  const id = identifiers();
  const nodes = new Map<string, GraphNode>();
  const edges: GraphEdge[] = [];
  const built = new Set(model.events.filter(({ builtIn }) => builtIn).map(({ name }) => name));
  const replies = new Set(
    model.events.filter(({ processors }) => processors === 'reply').map(({ name }) => name),
  );

  const node = (kind: NodeKind, name: string, label = name): string => {
    const key = id(kind, name);
    nodes.set(key, { id: key, kind, label });
    return key;
  };
  const eventNode = (name: string): string => node(replies.has(name) ? 'reply' : 'event', name);
  const arrow = (from: string, to: string, label = ''): void => {
    edges.push({ from, to, label });
  };

  const needs = (from: string, list: readonly NeedModel[]): void => {
    for (const need of list) {
      if (need.kind === 'resource') arrow(from, node('resource', need.resource), need.operations.join(', '));
      if (need.kind === 'emits') for (const event of need.events) arrow(from, eventNode(event));
      if (need.kind === 'asks') arrow(from, eventNode(need.event), 'asks');
      if (need.kind === 'service') arrow(from, id('service', need.service), 'calls');
    }
  };

  const handler = (one: HandlerModel): GraphNode => {
    const self: GraphNode = { id: id('handler', one.name), kind: 'handler', label: one.method };
    for (const schedule of one.schedules) {
      const name = `${schedule.kind} ${schedule.expression}`;
      arrow(node('sender', name), self.id);
    }
    if (one.event !== one.name) arrow(eventNode(one.event), self.id);
    if (built.has(one.event)) arrow(node('sender', 'Remit'), eventNode(one.event));
    for (const route of one.routes) {
      const name = `${route.method} ${route.path}`;
      arrow(node('sender', name), eventNode(one.event), access(one));
    }
    for (const reply of one.replies) arrow(self.id, eventNode(reply));
    needs(self.id, one.needs);
    return self;
  };

  const group = (service: ServiceModel) => {
    const self = id('service', service.name);
    needs(self, service.needs);
    return { id: self, label: service.name, nodes: service.handlers.map(handler) };
  };

  const groups = model.services.map(group);
  return { name: model.name, groups, nodes: sorted([...nodes.values()]), edges: sorted(edges) };
}

function access({ access: judged }: HandlerModel): string {
  if (judged?.kind !== 'authenticated') return judged?.kind ?? '';
  return judged.scopes.join(', ') || 'authenticated';
}

/** Each once, by all they say, so that the order of declaration does not show. */
function sorted<T>(items: readonly T[]): T[] {
  const keyed = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...keyed].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}
