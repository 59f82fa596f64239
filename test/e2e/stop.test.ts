import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { appFile, Stage } from './support/remit.ts';
import { until } from './support/until.ts';

const stage = new Stage();
afterEach(() => stage.clear());

function post(address: string, path: string, id: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(address + path, { method: 'POST', headers, body: JSON.stringify({ id }) });
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s: nothing new, what is in flight ends well, exit code 0',
  async (signal) => {
    const folder = stage.folder();
    const env = { PORT: '0', REMIT_DATA: folder, WAITING: folder };
    const app = stage.run(['start', appFile('waiting.ts'), '--env', 'dev'], { env });
    const address = await app.address();
    const slow = post(address, '/slow', 'one');
    await until('the slow handler', () => existsSync(join(folder, 'slow-entered')));

    app.child.kill(signal);
    await until('the port to close', () =>
      fetch(address).then(
        () => false,
        () => true,
      ),
    );
    expect(app.ended).toBe(false);
    writeFileSync(join(folder, 'slow-allowed'), '');

    const answer = await slow;
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ id: 'one' });
    expect(await app.end()).toBe(0);
  },
);

test('a second signal ends it at once', async () => {
  const folder = stage.folder();
  const env = { PORT: '0', REMIT_DATA: folder, WAITING: folder };
  const app = stage.run(['start', appFile('waiting.ts'), '--env', 'dev'], { env });
  const address = await app.address();
  const slow = post(address, '/slow', 'one').catch(() => 'lost');
  await until('the slow handler', () => existsSync(join(folder, 'slow-entered')));
  app.child.kill('SIGTERM');
  await until('the port to close', () =>
    fetch(address).then(
      () => false,
      () => true,
    ),
  );
  expect(await app.signal('SIGTERM')).toBe(143);
  expect(await slow).toBe('lost');
});

test('kill -9 loses neither data nor events that were accepted', async () => {
  const folder = stage.folder();
  const env = { PORT: '0', REMIT_DATA: folder, WAITING: folder };
  const first = stage.run(['start', appFile('waiting.ts'), '--env', 'dev'], { env });
  const ids = ['a', 'b', 'c'];
  const address = await first.address();
  for (const id of ids) expect((await post(address, '/notes', id)).status).toBe(201);
  await until('a delivery', () => existsSync(join(folder, 'archive-entered-a')));
  expect(await first.signal('SIGKILL')).toBe('SIGKILL');
  expect(existsSync(join(folder, 'archived-a'))).toBe(false);

  writeFileSync(join(folder, 'archive-allowed'), '');
  const second = stage.run(['start', appFile('waiting.ts'), '--env', 'dev'], { env });
  const again = await second.address();
  for (const id of ids) {
    expect(await (await fetch(`${again}/notes/${id}`)).json()).toEqual({ id });
    await until(`the delivery of ${id}`, () => existsSync(join(folder, `archived-${id}`)));
  }
  expect(await second.signal('SIGTERM')).toBe(0);
});
