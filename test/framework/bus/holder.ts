import { setTimeout } from 'node:timers/promises';
import { LogBus } from '../../../src/framework/bus/log/log-bus.ts';
import { silentTelemetry } from '../../../src/telemetry/silent.ts';
import { numberOf, policies } from './outgoing.ts';

/**
 * A process that handles A.a with a lease of an hour and says which number it runs. Arguments: log, and `hold` to
 * run it until it is told to end.
 */
const [log = '', mode = ''] = process.argv.slice(2);
const hour = 3_600_000;

const told = new Promise<void>((resolve) => {
  process.once('message', () => resolve());
});
const bus = new LogBus(log, silentTelemetry(), { delay: () => 1, heartbeat: 5 });
bus.start(
  async (delivery) => {
    process.send?.(numberOf(delivery));
    await (mode === 'hold' ? told : setTimeout(Math.random() * 10));
    return [];
  },
  new Map([...policies(50, 'A.a')].map(([name, policy]) => [name, { ...policy, lease: hour }])),
);
await told;
await bus.close();
process.disconnect?.();
