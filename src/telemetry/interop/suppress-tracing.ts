/** The key by which the OpenTelemetry SDK marks a context whose work is not to be traced. */
export const suppressTracing = Symbol.for('OpenTelemetry SDK Context Key SUPPRESS_TRACING');
