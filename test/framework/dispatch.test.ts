import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { removeTemporary, started, type Started } from './harness.ts';
import { papers, Shop } from './shop.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a handler that is called directly', () => {
  let shop: Started;

  beforeEach(async () => {
    papers.length = 0;
    shop = await started([Shop]);
  });

  afterEach(async () => {
    await shop.running.close();
    removeTemporary();
  });

  test('answers with its reply as plain data and the status of its class', async () => {
    expect(await shop.call('Shop.stock', { name: 'tea', left: 2 })).toEqual({
      event: 'Stocked',
      body: { name: 'tea' },
    });
    expect(await shop.call('Shop.look', { name: 'tea' })).toEqual({
      event: 'Found',
      body: { name: 'tea', left: 2 },
    });
    const missing = await shop.call('Shop.look', { name: 'ink' });
    expect(JSON.parse(JSON.stringify(missing))).toEqual({
      event: 'Missing',
      body: { name: 'ink' },
      status: 404,
    });
  });

  test('a reply that somebody processes is published, too', async () => {
    await shop.call('Shop.stock', { name: 'tea', left: 2 });
    await shop.bus.settled();
    expect(papers).toEqual(['tea']);
  });

  test('its span is a child of the caller’s; what it sent and what came of it are in the same trace', async () => {
    const parent = shop.telemetry.start('caller', { kind: 'server' });
    const entry = shop.running.entries.get('Shop.stock')!;
    await entry.call(entry.payload.parse({ name: 'tea', left: 2 }), {
      sender: 'http',
      parent: parent.context,
    });
    await shop.bus.settled();
    const { traceId } = parent.context;
    const named = (name: string) => shop.telemetry.spans.find((span) => span.name === name)!;
    const stock = named('process Stock');
    expect(stock).toMatchObject({ kind: 'consumer', parent: { spanId: parent.context.spanId } });
    expect(named('set items')).toMatchObject({ parent: { spanId: stock.context.spanId } });
    expect(named('send Stocked')).toMatchObject({
      kind: 'producer',
      parent: { spanId: stock.context.spanId },
    });
    const paper = named('process Stocked');
    const sent = named('send Stocked').context.spanId;
    expect(paper).toMatchObject({ parent: { spanId: sent }, links: [{ spanId: sent }] });
    expect(named('write papers')).toMatchObject({ parent: { spanId: paper.context.spanId } });
    expect(new Set(shop.telemetry.spans.map((span) => span.context.traceId))).toEqual(new Set([traceId]));
  });

  test('its log lines name the handler and carry the trace', async () => {
    await shop.call('Shop.stock', { name: 'tea', left: 2 });
    const { context } = shop.telemetry.spans.find(({ name }) => name === 'process Stock')!;
    expect(shop.telemetry.logs).toContainEqual(
      expect.objectContaining({
        level: 'info',
        message: 'stocked',
        sentBy: 'Shop.stock',
        attributes: { left: 2 },
        context: expect.objectContaining({ traceId: context.traceId, spanId: context.spanId }),
      }),
    );
  });

  test('asks a query and gets the reply of its handler, in one conversation', async () => {
    await shop.call('Shop.stock', { name: 'tea', left: 2 });
    shop.telemetry.clear();
    expect(await shop.call('Shop.ask', { name: 'tea' })).toMatchObject({ body: { text: '2 left' } });
    expect(await shop.call('Shop.ask', { name: 'ink' })).toMatchObject({ body: { text: 'none' } });
    const [look, ask] = shop.telemetry.spans.filter(({ name }) => name.startsWith('process'));
    expect(look).toMatchObject({ name: 'process Look', parent: { spanId: ask?.context.spanId } });
    const conversation = 'messaging.message.conversation_id';
    expect(look?.attributes[conversation]).toBe(ask?.attributes[conversation]);
  });

  test('counts as processed, with the code when it failed', async () => {
    await shop.call('Shop.stock', { name: 'tea', left: 2 });
    await expect(shop.call('Shop.stock', { name: 'tea', left: -1 })).rejects.toEqual(code('RMT3010'));
    const points = shop.telemetry
      .readMetrics()
      .find(({ name }) => name === 'messaging.process.duration')!.points;
    const outcomes = points.map(({ attributes }) => [
      attributes['messaging.consumer.group.name'],
      attributes['error.type'],
    ]);
    expect(outcomes).toContainEqual(['Shop.stock', undefined]);
    expect(outcomes).toContainEqual(['Shop.stock', 'RMT3010']);
  });
});

describe('an event that is sent by name', () => {
  let shop: Started;

  beforeEach(async () => {
    papers.length = 0;
    shop = await started([Shop]);
  });

  afterEach(async () => {
    await shop.running.close();
    removeTemporary();
  });

  test('a command runs at once and answers', async () => {
    const { receipt, reply } = await shop.running.send('Look', { name: 'ink' }, { sender: 'cli' });
    expect(receipt).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), sentTo: ['Shop.look'] });
    expect(reply).toMatchObject({ event: 'Missing', status: 404 });
  });

  test('a fact goes to the bus', async () => {
    const { receipt, reply } = await shop.running.send('Stocked', { name: 'tea' }, { sender: 'cli' });
    expect(receipt.sentTo).toEqual(['Shop.paper']);
    expect(reply).toBeUndefined();
    await shop.bus.settled();
    expect(papers).toEqual(['tea']);
  });

  test('one that nothing processes is RMT3026, one that does not fit is RMT3021', async () => {
    const send = (name: string, payload: unknown) => shop.running.send(name, payload, { sender: 'cli' });
    for (const name of ['Nope', 'Noted', 'Found', '__proto__', 'remit.EventSent']) {
      await expect(send(name, {})).rejects.toEqual(code('RMT3026'));
    }
    await expect(send('Look', { name: 1 })).rejects.toEqual(code('RMT3021'));
    await expect(send('Stocked', { name: 'a', more: 1 })).rejects.toEqual(code('RMT3021'));
  });

  test('nothing is taken once the application stops: RMT3035', async () => {
    await shop.running.drain();
    await expect(shop.running.send('Look', { name: 'a' }, { sender: 'cli' })).rejects.toEqual(
      code('RMT3035'),
    );
    await expect(shop.running.send('Stocked', { name: 'a' }, { sender: 'cli' })).rejects.toEqual(
      code('RMT3035'),
    );
    await expect(shop.call('Shop.look', { name: 'a' })).rejects.toEqual(code('RMT3035'));
  });
});
