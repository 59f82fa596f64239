import type { Delivery, Outgoing, RetryPolicy } from '../../../src/framework/index.ts';

let made = 0;

/** An event to publish; its payload is `n`. */
export function outgoing(
  n: number,
  handlers: readonly string[] = ['A.a'],
  id = `id-${(made += 1)}`,
): Outgoing {
  return {
    handlers,
    envelope: {
      id,
      command: 'Test',
      sender: 'cli',
      payload: { n },
      time: 0,
      correlation: id,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    },
  };
}

export function numberOf({ envelope }: Delivery): number {
  return (envelope.payload as { n: number }).n;
}

export function policies(retries: number, ...handlers: string[]): ReadonlyMap<string, RetryPolicy> {
  return new Map(handlers.map((handler) => [handler, { retries, lease: 10_000 }]));
}

/** Resolves once `met`, looking again after each turn of the event loop and timer. */
export async function until(met: () => boolean): Promise<void> {
  while (!met()) await new Promise((resolve) => setTimeout(resolve, 1));
}
