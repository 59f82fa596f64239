import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { IsInt, IsString } from 'class-validator';
import { Event, Handles, Public, Reply, Service } from '../../src/decorators/index.ts';
import { type Emitter, emits, EventContext, type Receipt } from '../../src/interfaces/index.ts';
import type { Envelope } from '../../src/model/index.ts';
import { removeTemporary, started, type Started } from './harness.ts';

@Event()
class Go {
  @IsString() how!: string;
}
@Event({ processors: 'many' })
class Fact {
  @IsInt() n: number;
  constructor(n: number) {
    this.n = n;
  }
}
@Event({ processors: 'many' })
class Lonely {
  @IsInt() n: number;
  constructor(n: number) {
    this.n = n;
  }
}
class Sub extends Fact {}
@Reply()
class Done {
  @IsInt() n: number;
  constructor(n: number) {
    this.n = n;
  }
}
@Reply()
class Other {
  @IsInt() n: number;
  constructor(n: number) {
    this.n = n;
  }
}
abstract class Tells extends emits(Fact, Lonely) {}

const heard: Pick<Envelope, 'command' | 'sender' | 'causation' | 'correlation' | 'id' | 'payload'>[] = [];
let act: (emitter: Emitter<Fact | Lonely>, context: EventContext) => unknown = () => undefined;
let kept: Emitter<Fact | Lonely> | undefined;

@Service()
class Teller {
  constructor(
    readonly tells: Tells,
    readonly context: EventContext,
  ) {}

  @Public()
  @Handles(Go, { replies: [Done] })
  async go(_go: Go, tells: Tells): Promise<Done> {
    kept = tells;
    return (await act(tells, this.context)) as Done;
  }
}

@Service()
class Hearer {
  @Handles(Fact)
  async first({ n }: Fact, { id, command, sender, causation, correlation }: EventContext): Promise<void> {
    heard.push({ id, command, sender, causation: causation!, correlation, payload: n });
  }
  @Handles(Fact)
  async second(): Promise<void> {}
}

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('what a handler sends', () => {
  let app: Started;

  beforeEach(async () => {
    app = await started([Teller, Hearer]);
  });

  afterEach(async () => {
    await app.running.close();
    removeTemporary();
    heard.length = 0;
  });

  async function go(work: typeof act, origin: { id?: string } = {}): Promise<unknown> {
    act = work;
    const answer = await app.call('Teller.go', { how: 'x' }, origin);
    await app.bus.settled();
    return answer;
  }

  test('is published when it succeeds; the receipt names who gets it', async () => {
    let receipts: Receipt[] = [];
    let id: unknown;
    await go((tells, context) => {
      id = context.id;
      receipts = [tells.emit(new Fact(1)), tells.emit(new Lonely(2))];
      return new Done(0);
    });
    expect(receipts).toEqual([
      { id: expect.any(String), sentTo: ['Hearer.first', 'Hearer.second'] },
      { id: expect.any(String), sentTo: [] },
    ]);
    expect(heard).toEqual([
      {
        id: receipts.at(0)!.id,
        command: 'Fact',
        sender: 'Teller.go',
        causation: id,
        correlation: id,
        payload: 1,
      },
    ]);
  });

  test('is not published when the handler fails, however late', async () => {
    await expect(
      go(async (tells) => {
        tells.emit(new Fact(1));
        await Promise.resolve();
        throw new TypeError('no');
      }),
    ).rejects.toThrow('no');
    expect(heard).toEqual([]);
  });

  test.each([
    ['another class of the same shape', () => new Done(1)],
    ['a subclass', () => new Sub(1)],
    ['a plain object', () => ({ n: 1 })],
    [
      'one that lies about its constructor',
      () => Object.assign(Object.create(null), { n: 1, constructor: Fact }),
    ],
    ['nothing', () => undefined],
  ])('is compared by class: %s is RMT3020', async (_what, make) => {
    await expect(
      go((tells) => {
        tells.emit(make() as Fact);
        return new Done(0);
      }),
    ).rejects.toEqual(code('RMT3020'));
    expect(heard).toEqual([]);
  });

  test('that is null is named so', async () => {
    await expect(
      go((tells) => {
        tells.emit(null as unknown as Fact);
        return new Done(0);
      }),
    ).rejects.toMatchObject({ code: 'RMT3020', message: expect.stringMatching(/, and not null\.$/) });
  });

  test('must keep its own rules: RMT3013, and the sender’s caller is not blamed', async () => {
    const failure = go((tells) => {
      tells.emit(new Fact('one' as never));
      return new Done(0);
    });
    await expect(failure).rejects.toEqual(expect.objectContaining({ code: 'RMT3013', status: 500 }));
  });

  test('is a snapshot: changes after emit are not sent', async () => {
    await go((tells) => {
      const fact = new Fact(1);
      tells.emit(fact);
      fact.n = 2;
      return new Done(0);
    });
    expect(heard).toMatchObject([{ payload: 1 }]);
  });

  test('cannot be sent after the delivery: RMT3002; nor outside of one: RMT3023', async () => {
    await go(() => new Done(0));
    expect(() => kept!.emit(new Fact(1))).toThrow(code('RMT3002'));
    let held: Emitter<Fact | Lonely> | undefined;
    const spy = Object.getPrototypeOf(kept) as object;
    expect(Object.getPrototypeOf(spy)).toBeNull();
    @Service()
    class Early {
      constructor(readonly tells: Tells) {
        held = tells as unknown as Emitter<Fact | Lonely>;
      }
      @Public()
      @Handles(Go)
      async go(): Promise<void> {}
    }
    const other = await started([Early, Hearer]);
    expect(() => held!.emit(new Fact(1))).toThrow(code('RMT3023'));
    await other.running.close();
  });

  test.each([
    ['an undeclared reply of the same shape', () => new Other(1)],
    ['a plain object', () => ({ n: 1 })],
    ['nothing', () => undefined],
  ])('a reply that is %s is RMT3024', async (_what, make) => {
    await expect(go(make)).rejects.toEqual(code('RMT3024'));
  });

  test('10,000 events of one delivery are the most: RMT3017', async () => {
    await expect(
      go((tells) => {
        for (let n = 0; n <= 10_000; n += 1) tells.emit(new Lonely(n));
        return new Done(0);
      }),
    ).rejects.toEqual(code('RMT3017'));
  });

  test('keeps its ids when the caller repeats an idempotency key', async () => {
    const ids: string[] = [];
    const work: typeof act = (tells) => {
      ids.push(tells.emit(new Fact(1)).id, tells.emit(new Fact(2)).id);
      return new Done(0);
    };
    await go(work, { id: 'order-1' });
    await go(work, { id: 'order-1' });
    await go(work, { id: 'order-2' });
    expect(ids.slice(0, 2)).toEqual(ids.slice(2, 4));
    expect(new Set(ids).size).toBe(4);
  });
});
