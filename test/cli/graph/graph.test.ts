import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { dot, drawGraph, mermaid, svg } from '../../../src/cli/graph/index.ts';
import { model } from './model.ts';

const golden = (name: string): string => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');

test('Mermaid text of every kind of node and arrow', () => {
  expect(mermaid(drawGraph(model))).toBe(golden('golden.mmd'));
});

test('Graphviz text of every kind of node and arrow', () => {
  expect(dot(drawGraph(model))).toBe(golden('golden.dot'));
});

test('Graphviz draws it: every label is in the picture', async () => {
  const picture = await svg(drawGraph(model));
  expect(picture).toContain('<svg');
  for (const label of [
    'GET /orders/:id',
    'get, set',
    'asks',
    'every 1 hour',
    'orders:read',
    'bin &quot;#1&quot;',
  ]) {
    expect(picture).toContain(label);
  }
});

test('the order of declaration does not show', () => {
  const turned = {
    ...model,
    services: model.services.map((one) => ({ ...one, needs: one.needs.toReversed() })),
  };
  expect(mermaid(drawGraph(turned))).toBe(golden('golden.mmd'));
});

test('names that differ only in punctuation stay apart', () => {
  const environment = { ...model, services: [], events: [] };
  const names = ['a.b', 'a-b', 'a b'];
  const needs = names.map((resource, index) => ({
    kind: 'resource' as const,
    resource,
    interface: 'blobs' as const,
    operations: ['read'],
    token: 'T',
    index,
  }));
  const service = { name: 'S', class: 'S', unit: 'main', formerly: [], needs, handlers: [] };
  const { nodes } = drawGraph({ ...environment, services: [service] });
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(3);
});
