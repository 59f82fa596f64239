import { RemitError } from '../../errors/index.ts';
import { dot } from './dot.ts';
import type { Graph } from './graph.ts';

/**
 * The graph as an SVG document, laid out by Graphviz compiled to WebAssembly.
 * @throws RemitError RMT6040 when the package that brings Graphviz is not installed.
 */
export async function svg(graph: Graph): Promise<string> {
  const viz = await (await graphviz()).instance();
  return viz.renderString(dot(graph), { format: 'svg' });
}

async function graphviz(): Promise<typeof import('@viz-js/viz')> {
  try {
    return await import('@viz-js/viz');
  } catch (cause) {
    throw new RemitError(
      'RMT6040',
      'SVG is drawn with @viz-js/viz, which is missing: npm install --save-dev @viz-js/viz',
      { cause },
    );
  }
}
