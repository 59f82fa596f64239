import type { Variables } from './variables.ts';

/** Bounds of what waits to be exported. */
export interface QueueSettings {
  /** Items kept while the receiver is slow; what comes beyond is dropped and counted. */
  readonly capacity: number;
  /** Items in one request. */
  readonly batch: number;
  /** Milliseconds an item waits at most before it is sent. */
  readonly delay: number;
}

/** `OTEL_BSP_*` and `OTEL_BLRP_*`. The capacity is larger than OpenTelemetry's 2,048, which one busy tenth of a second fills. */
export function queueOf(
  prefix: 'OTEL_BSP' | 'OTEL_BLRP',
  delay: number,
  variables: Variables,
): QueueSettings {
  const capacity = variables.number(`${prefix}_MAX_QUEUE_SIZE`, 16_384, 1);
  const batch = variables.number(`${prefix}_MAX_EXPORT_BATCH_SIZE`, 512, 1);
  return {
    capacity,
    batch: Math.min(batch, capacity),
    delay: variables.number(`${prefix}_SCHEDULE_DELAY`, delay, 0),
  };
}
