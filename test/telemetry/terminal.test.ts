import { describe, expect, test } from '@jest/globals';
import { RemitError } from '../../src/errors/index.ts';
import {
  attribute,
  createTelemetry,
  httpConvention,
  operationConvention,
  processConvention,
  sendConvention,
} from '../../src/telemetry/index.ts';
import { Written } from './written.ts';

const http = httpConvention('POST', '/orders');
const handle = processConvention('PlaceOrder', 'Ordering.place');
const operation = operationConvention('keyvalue', 'orders', 'set');
const send = sendConvention('OrderPlaced', 'Ordering.place');

/** One request, handled well or not, with everything beneath it. */
async function shown(
  variables: Record<string, string>,
  options: { error?: unknown; coloured?: boolean } = {},
): Promise<string> {
  const terminal = new Written(options.coloured);
  const telemetry = await createTelemetry({
    service: 'orders',
    output: terminal,
    register: false,
    variables,
  });
  const server = telemetry.start(http.name, http);
  const consumer = telemetry.start(handle.name, { ...handle, parent: server.context });
  const client = telemetry.start(operation.name, { ...operation, parent: consumer.context });
  const attributes = { quantity: 3 };
  telemetry.log({
    level: 'info',
    message: 'taken',
    sentBy: 'Ordering.place',
    attributes,
    context: consumer.context,
  });
  telemetry.log({ level: 'debug', message: 'fine print', sentBy: 'Ordering.place' });
  client.end();
  telemetry.start(send.name, { ...send, parent: consumer.context }).end();
  if (options.error !== undefined) consumer.fail(options.error);
  consumer.end();
  server.set(attribute.status, options.error === undefined ? 201 : 500);
  server.end();
  await telemetry.shutdown();
  return masked(terminal.text);
}

/** What differs from run to run, replaced. */
function masked(text: string): string {
  return text
    .replaceAll(/\d\d:\d\d:\d\d\.\d{3}/gu, 'TIME')
    .replaceAll(/\d+\.\d+ ms/gu, 'N ms')
    .replaceAll(/trace [0-9a-f]{8}…/gu, 'trace ID…');
}

describe('the terminal', () => {
  test('shows a line for each request, delivery and log line', async () => {
    expect(await shown({})).toBe(
      [
        'TIME info  Ordering.place  taken  quantity=3  trace ID…',
        'TIME ✓ process PlaceOrder  Ordering.place  N ms  trace ID…',
        'TIME ✓ POST /orders  201  N ms  trace ID…',
        '',
      ].join('\n'),
    );
  });

  test('shows everything beneath with REMIT_LOG=debug', async () => {
    expect(await shown({ REMIT_LOG: 'debug' })).toBe(
      [
        'TIME info  Ordering.place  taken  quantity=3  trace ID…',
        'TIME debug Ordering.place  fine print',
        'TIME   ✓ set orders  N ms  trace ID…',
        'TIME   ✓ send OrderPlaced  N ms  trace ID…',
        'TIME ✓ process PlaceOrder  Ordering.place  N ms  trace ID…',
        'TIME ✓ POST /orders  201  N ms  trace ID…',
        '',
      ].join('\n'),
    );
  });

  test('shows what failed in red, with its code', async () => {
    const error = new RemitError('RMT3080', 'orders could not be reached');
    expect(await shown({ REMIT_LOG: 'error' }, { error, coloured: true })).toBe(
      [
        '\u001B[2mTIME\u001B[0m \u001B[31merror\u001B[0m Ordering.place  RMT3080 orders could not be reached  \u001B[2mtrace ID…\u001B[0m\u001B[2m\u001B[0m',
        '\u001B[2mTIME\u001B[0m \u001B[31m✗\u001B[0m \u001B[31mprocess PlaceOrder\u001B[0m  Ordering.place  N ms  \u001B[31mRMT3080\u001B[0m  \u001B[2mtrace ID…\u001B[0m',
        '',
      ].join('\n'),
    );
  });

  test('shows where an error without a code was thrown', async () => {
    const text = await shown({}, { error: new TypeError('no stock') });
    expect(text).toMatch(/error Ordering\.place {2}no stock .*\n {4}at .*terminal\.test/u);
    expect(text).not.toContain('node_modules');
  });

  test('nothing from outside can forge a line or a colour', async () => {
    const text = await shown(
      {},
      { error: new RemitError('RMT3080', 'x\n12:00:00.000 ✓ forged\u001B[2J\u009B2J\r') },
    );
    expect(text.split('\n').filter((line) => /^\d/u.test(line))).toEqual([]);
    expect(text).toContain('\\u001b[2J\\u009b2J\\u000d');
  });

  test('is silent when asked', async () => {
    expect(await shown({ REMIT_LOG: 'silent' }, { error: new Error('no') })).toBe('');
  });

  test('leaves the spans to their exporter where there is one', async () => {
    expect(await shown({ OTEL_TRACES_EXPORTER: 'none' })).toBe(
      'TIME info  Ordering.place  taken  quantity=3  trace ID…\n',
    );
  });
});
