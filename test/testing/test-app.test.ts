import { describe, expect, test } from '@jest/globals';
import { IsString } from 'class-validator';
import { app, Authenticated, env, Event, Handles, jwt, Reply, Service } from '../../src/decorators/index.ts';
import { Clock, Random } from '../../src/interfaces/index.ts';
import { ManualClock, SeededRandom, testApp } from '../../src/testing/index.ts';
import { papers, Shop, Stock, Stocked } from '../framework/shop.ts';

@Event()
class Stamp {
  @IsString() text!: string;
}
@Reply()
class Stamped {
  @IsString() at: string;
  @IsString() id: string;
  constructor(at: string, id: string) {
    this.at = at;
    this.id = id;
  }
}
@Event({ processors: 'many' })
class Unhandled {
  @IsString() text!: string;
}
@Service()
class Stamper {
  constructor(
    readonly clock: Clock,
    readonly random: Random,
  ) {}
  @Authenticated('stamp')
  @Handles(Stamp, { replies: [Stamped] })
  async stamp(): Promise<Stamped> {
    return new Stamped(this.clock.now().toISOString(), this.random.uuid());
  }
}

const shop = app('shop', { services: [Shop] });
const stamper = app('stamper', {
  services: [Stamper],
  environments: { prod: { auth: jwt({ key: env('NOT_SET_ANYWHERE') }) } },
});

describe('an application under test', () => {
  test('answers, delivers, and its telemetry can be read', async () => {
    papers.length = 0;
    await using started = await testApp(shop);
    const { receipt, reply } = await started.send(Stock, { name: 'tea', left: 1 });
    expect({ receipt, reply }).toMatchObject({
      receipt: { sentTo: ['Shop.stock'] },
      reply: { event: 'Stocked' },
    });
    await started.send(Stocked, { name: 'ink' });
    await started.settled();
    expect(papers.toSorted()).toEqual(['ink', 'tea']);
    expect(started.telemetry.spans.map(({ name }) => name)).toContain('process Stocked');
    expect(started.deadLetters).toEqual([]);
  });

  test('time and randomness are the test’s', async () => {
    const clock = new ManualClock('2030-05-06T07:08:09Z');
    const stamp = async (): Promise<unknown> => {
      await using started = await testApp(stamper, { overrides: { clock, random: new SeededRandom(7) } });
      return (await started.send('Stamp', { text: 'x' })).reply?.body;
    };
    const first = await stamp();
    expect(first).toEqual({
      at: '2030-05-06T07:08:09.000Z',
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
    });
    expect(await stamp()).toEqual(first);
    clock.advance(1000);
    expect(await stamp()).toMatchObject({ at: '2030-05-06T07:08:10.000Z' });
  });

  test('access is judged for whom the test sends as', async () => {
    await using started = await testApp(stamper);
    const send = (as: 'anyone' | { subject: string; scopes: string[] }) =>
      started.send(Stamp, { text: 'x' }, { as });
    await expect(send('anyone')).rejects.toMatchObject({ code: 'RMT3027' });
    await expect(send({ subject: 'ann', scopes: [] })).rejects.toMatchObject({ code: 'RMT3028' });
    expect(await send({ subject: 'ann', scopes: ['stamp'] })).toMatchObject({ reply: { event: 'Stamped' } });
  });

  test('an event of no application is RMT3026', async () => {
    await using started = await testApp(stamper);
    await expect(started.send(Unhandled, { text: 'x' })).rejects.toMatchObject({ code: 'RMT3026' });
  });
});
