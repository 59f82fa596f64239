import { spawnSync } from 'node:child_process';
import { afterEach, expect, test } from '@jest/globals';
import { appFile, root, Stage } from './support/remit.ts';

const stage = new Stage();
afterEach(() => stage.clear());

test('a handler that waits for nothing at all ends as RMT3030, not as a process that ran dry', async () => {
  const env = { REMIT_DATA: stage.folder() };
  const send = stage.run(['send', appFile('hanging.ts'), 'Hang', '{"id":"x"}'], { env });
  expect(await send.end()).toBe(1);
  expect(send.stderr).toContain('RMT3030');
});

test('a delivery that will be tried again keeps the process of whoever waits for it', () => {
  const script = `
    import { MemoryBus } from './dist/framework/index.js';
    import { silentTelemetry } from './dist/telemetry/index.js';
    const bus = new MemoryBus(silentTelemetry(), { delay: () => 50 });
    const deliver = async ({ attempt }) => { if (attempt === 1) throw new Error('once'); return []; };
    bus.start(deliver, new Map([['A.a', { retries: 1, lease: 1000 }]]));
    await bus.publish([{ envelope: { id: '1' }, handlers: ['A.a'] }]);
    await bus.settled();
    console.log('settled', bus.deadLetters.length);`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(run.stdout).toBe('settled 0\n');
});
