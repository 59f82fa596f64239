import type { TraceContext } from './telemetry.ts';

const traceStart = 3;
const traceEnd = 35;
const spanStart = 36;
const spanEnd = 52;
const flagsStart = 53;
const length = 55;
const dash = 45;

/** Longer `tracestate` headers are not passed on; W3C asks for at least 512 characters. */
const longestState = 2048;

/** The value of a lower-case hex digit, or -1. */
function digit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 102 ? code - 87 : -1;
}

/** Whether all are hex digits and not all are zero. */
function identifies(text: string, from: number, to: number): boolean {
  let any = 0;
  for (let at = from; at < to; at += 1) {
    const value = digit(text.charCodeAt(at));
    if (value < 0) return false;
    any |= value;
  }
  return any !== 0;
}

function byteAt(text: string, at: number): number {
  const high = digit(text.charCodeAt(at));
  const low = digit(text.charCodeAt(at + 1));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/** A `tracestate` that can be passed on: printable ASCII, not too long. */
function passable(state: string): boolean {
  if (state.length === 0 || state.length > longestState) return false;
  for (let at = 0; at < state.length; at += 1) {
    const code = state.charCodeAt(at);
    if ((code < 32 && code !== 9) || code > 126) return false;
  }
  return true;
}

/**
 * Reads the W3C `traceparent` header, and passes `tracestate` on. Whatever is malformed yields `undefined`, never an
 * error: the work then begins a trace of its own.
 *
 * ```ts
 * const parent = parseTraceparent(request.headers.traceparent, request.headers.tracestate);
 * ```
 */
export function parseTraceparent(header: unknown, state?: unknown): TraceContext | undefined {
  if (typeof header !== 'string' || header.length < length) return undefined;
  const version = byteAt(header, 0);
  if (version < 0 || version === 255) return undefined;
  if (header.length > length && (version === 0 || header.charCodeAt(length) !== dash)) return undefined;
  if (
    header.charCodeAt(2) !== dash ||
    header.charCodeAt(traceEnd) !== dash ||
    header.charCodeAt(spanEnd) !== dash
  ) {
    return undefined;
  }
  const flags = byteAt(header, flagsStart);
  if (flags < 0 || !identifies(header, traceStart, traceEnd) || !identifies(header, spanStart, spanEnd)) {
    return undefined;
  }
  return {
    traceId: header.slice(traceStart, traceEnd),
    spanId: header.slice(spanStart, spanEnd),
    sampled: (flags & 1) === 1,
    state: typeof state === 'string' && passable(state) ? state : undefined,
    remote: true,
  };
}

/** Writes the W3C `traceparent` header; send `context.state` as `tracestate` beside it. */
export function formatTraceparent(context: TraceContext): string {
  return `00-${context.traceId}-${context.spanId}-${context.sampled ? '01' : '00'}`;
}
