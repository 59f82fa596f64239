// An application that writes far more than its terminal takes, and says on standard output how long it was held up.
import { createTelemetry } from '../../../src/telemetry/index.ts';

const telemetry = await createTelemetry({ service: 'talker', variables: {} });
const lines = process.argv[2] === 'exit' ? 1000 : 20_000;
const start = performance.now();
for (let at = 0; at < lines; at += 1) {
  telemetry.log({ level: 'info', message: `${at} ${'x'.repeat(500)}`, sentBy: 'app' });
  if (at % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
}
const talked = performance.now() - start;
telemetry.log({ level: 'info', message: 'last words', sentBy: 'app' });
if (process.argv[2] !== 'exit') await telemetry.shutdown();
// oxlint-disable-next-line no-restricted-properties -- the exit is what is tested, in a process of its own
const leave = (): never => process.exit(0);
process.stdout.write(`${JSON.stringify({ talked, total: performance.now() - start })}\n`, leave);
