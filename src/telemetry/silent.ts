import { Instruments } from './metrics/instruments.ts';
import { Recorder } from './recorder.ts';
import type { Sink } from './sink.ts';
import type { Telemetry } from './telemetry.ts';

const nowhere: Sink = {
  span: () => undefined,
  log: () => undefined,
  flush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
};

/** Telemetry that keeps nothing and writes nothing; traces still carry on, and `onLog` still hears. For tests. */
export function silentTelemetry(): Telemetry {
  return new Recorder({
    sampler: { parentBased: true, ratio: 0 },
    recording: false,
    limits: { attributes: 0, length: 0, events: 0, links: 0 },
    scope: { name: 'remit' },
    instruments: new Instruments(),
    sink: nowhere,
  });
}
