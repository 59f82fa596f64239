import type { Variables } from './variables.ts';

/** What one span or log line may carry; the rest is cut off and counted. */
export interface Limits {
  readonly attributes: number;
  /** Characters of one value. */
  readonly length: number;
  readonly events: number;
  readonly links: number;
}

export function limitsOf(variables: Variables): Limits {
  const count = variables.number('OTEL_ATTRIBUTE_COUNT_LIMIT', 128, 0);
  const length = variables.number('OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT', 16_384, 0);
  return {
    attributes: variables.number('OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT', count, 0),
    length: variables.number('OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT', length, 0),
    events: variables.number('OTEL_SPAN_EVENT_COUNT_LIMIT', 128, 0),
    links: variables.number('OTEL_SPAN_LINK_COUNT_LIMIT', 128, 0),
  };
}
