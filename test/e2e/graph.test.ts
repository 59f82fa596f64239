import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import { Stage } from './support/remit.ts';

const stage = new Stage();
afterEach(() => stage.clear());

async function graph(...args: readonly string[]): Promise<string> {
  const remit = stage.run(['graph', 'examples/orders/app.ts', ...args]);
  expect(await remit.end()).toBe(0);
  expect(remit.stderr).toBe('');
  return remit.stdout;
}

test('the example as Mermaid, the same every time', async () => {
  const golden = readFileSync(new URL('./goldens/orders.mmd', import.meta.url), 'utf8');
  expect(await graph()).toBe(golden);
  expect(await graph('--mermaid')).toBe(golden);
});

test('the example as SVG and as JSON', async () => {
  const svg = await graph('--svg');
  expect(svg).toMatch(/^<\?xml[\s\S]*<\/svg>\s*$/);
  expect(svg).toContain('Bookkeeping');
  const { name, groups } = JSON.parse(await graph('--json')) as { name: string; groups: readonly unknown[] };
  expect({ name, services: groups.length }).toEqual({ name: 'orders', services: 2 });
});
