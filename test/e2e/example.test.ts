import { execFileSync } from 'node:child_process';
import { afterEach, expect, test } from '@jest/globals';
import { Stage } from './support/remit.ts';

const stage = new Stage();
afterEach(() => stage.clear());

/** Pastes a line into a shell; answers with status and body. */
function paste(line: string): { readonly status: number; readonly body: unknown } {
  const output = execFileSync('sh', ['-c', `${line} -s -w '\\n%{http_code}'`], { encoding: 'utf8' });
  const at = output.lastIndexOf('\n');
  return { status: Number(output.slice(at + 1)), body: JSON.parse(output.slice(0, at)) as unknown };
}

test('dev prints an address and three lines that work when pasted', async () => {
  const data = stage.folder();
  const dev = stage.run(['dev', 'examples/orders/app.ts'], { env: { PORT: '0', REMIT_DATA: data } });
  await dev.address();
  const lines = dev.stdout.split('\n').filter((line) => line.startsWith('  curl'));
  expect(lines).toHaveLength(3);
  const [post = '', get = '', remove = ''] = lines;

  const id = /"id":"([^"]+)"/.exec(post)?.[1];
  expect(paste(post)).toEqual({ status: 201, body: { id, quantity: 1 } });
  expect(paste(get)).toEqual({ status: 200, body: { id, quantity: 1, placedAt: expect.any(String) } });
  expect(paste(remove.replace(/ -H .*/, '')).status).toBe(401);
  expect(paste(remove)).toEqual({ status: 200, body: { id } });
  expect(paste(get)).toEqual({ status: 404, body: { id } });

  expect(dev.stdout).toContain('ORDERS_JWT_KEY is not set, so a key was made up for this run.');
  expect(dev.stdout).toContain(/Bearer ([^']+)'/.exec(remove)?.[1]);
  expect(await dev.signal('SIGTERM')).toBe(0);
});

test('a key that is set is used, and a public one signs nothing', async () => {
  const key = 'a secret of more than thirty-two bytes';
  const env = { PORT: '0', REMIT_DATA: stage.folder(), ORDERS_JWT_KEY: key };
  const dev = stage.run(['dev', 'examples/orders/app.ts'], { env });
  await dev.address();
  expect(dev.stdout).not.toContain('made up');
  expect(dev.stdout).not.toContain(key);
  const remove = dev.stdout.split('\n').find((line) => line.includes('-X DELETE')) ?? '';
  expect(paste(remove).status).toBe(404);
});
