import type { Envelope } from '../../../model/index.ts';

/** An envelope as the log keeps it. One that cannot be read any more is shown by its id, with its text as the payload. */
export function readEnvelope(text: string, id: string): Envelope {
  try {
    return JSON.parse(text) as Envelope;
  } catch {
    return {
      id,
      command: 'unreadable',
      sender: '',
      payload: text,
      time: 0,
      correlation: id,
      traceparent: '',
    };
  }
}
