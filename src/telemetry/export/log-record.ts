import { isError } from '../is-error.ts';
import { SeverityNumber } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { errorType } from '../error-type.ts';
import type { LogRecord } from '../log/record.ts';
import type { Limits } from '../settings/limits.ts';
import { Gathered } from '../span/attributes.ts';
import type { Scope } from '../span/timed-span.ts';
import type { Level } from '../telemetry.ts';
import { hrTime } from './hr-time.ts';
import { spanContext } from './span-record.ts';

const severity: Readonly<Record<Level, SeverityNumber>> = {
  debug: SeverityNumber.DEBUG,
  info: SeverityNumber.INFO,
  warn: SeverityNumber.WARN,
  error: SeverityNumber.ERROR,
};

/** What a log line exports: its own attributes, who speaks, and the error in the `exception.*` conventions. */
export function logAttributes({ line }: LogRecord, limits: Limits): Gathered {
  const gathered = new Gathered(limits.attributes, limits.length);
  gathered.put('remit.sender', line.sentBy);
  if (line.error !== undefined) {
    const error = isError(line.error) ? line.error : undefined;
    gathered.put('exception.type', errorType(line.error));
    gathered.put('exception.message', error?.message ?? line.message);
    if (error?.stack !== undefined) gathered.put('exception.stacktrace', error.stack);
  }
  gathered.putAll(line.attributes);
  return gathered;
}

/** A log line as the SDK's exporters read it. */
export function readableLog(
  record: LogRecord,
  resource: Resource,
  scope: Scope,
  limits: Limits,
): ReadableLogRecord {
  const time = hrTime(record.time);
  const gathered = logAttributes(record, limits);
  return {
    hrTime: time,
    hrTimeObserved: time,
    ...(record.context === undefined ? {} : { spanContext: spanContext(record.context) }),
    severityText: record.line.level.toUpperCase(),
    severityNumber: severity[record.line.level],
    body: record.line.message.slice(0, limits.length),
    resource,
    instrumentationScope: scope,
    attributes: gathered.values,
    droppedAttributesCount: gathered.dropped,
  };
}
