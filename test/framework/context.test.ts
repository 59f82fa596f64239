import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { IsInt } from 'class-validator';
import { Event, Handles, Public, Service } from '../../src/decorators/index.ts';
import { emits, EventContext } from '../../src/interfaces/index.ts';
import { removeTemporary, started, type Started } from './harness.ts';

@Event()
class Begin {
  @IsInt() n!: number;
}
@Event({ processors: 'many' })
class Begun {
  @IsInt() n: number;
  constructor(n: number) {
    this.n = n;
  }
}
abstract class Tells extends emits(Begun) {}

const seen: string[] = [];
let kept: EventContext | undefined;
let fail = 0;

@Service()
class Both {
  constructor(readonly held: EventContext) {}

  @Public()
  @Handles(Begin)
  async begin({ n }: Begin, own: EventContext, tells: Tells): Promise<void> {
    kept = this.held;
    for (let turn = 0; turn < n % 5; turn += 1) await Promise.resolve();
    tells.emit(new Begun(n));
    seen.push(`${n} ${own.actor?.subject} ${this.held.actor?.subject} ${own.id === this.held.id}`);
  }

  @Handles(Begun)
  async begun({ n }: Begun, context: EventContext): Promise<void> {
    if (fail > 0) {
      fail -= 1;
      throw new Error('again');
    }
    seen.push(`${n} ${context.actor?.subject} ${context.sender} ${context.attempt}`);
  }
}

describe('the context of an event', () => {
  let app: Started;

  beforeEach(async () => {
    seen.length = 0;
    app = await started([Both]);
  });

  afterEach(async () => {
    await app.running.close();
    removeTemporary();
  });

  async function begin(n: number): Promise<void> {
    const entry = app.running.entries.get('Both.begin')!;
    await entry.call(entry.payload.parse({ n }), { sender: 'http', actor: { subject: `s${n}`, scopes: [] } });
  }

  test('is that of its own delivery, also when a constructor holds it and many run at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => begin(n)));
    await app.bus.settled();
    const direct = Array.from({ length: 20 }, (_, n) => `${n} s${n} s${n} true`);
    const chained = Array.from({ length: 20 }, (_, n) => `${n} s${n} Both.begin 1`);
    expect(seen.toSorted()).toEqual([...direct, ...chained].toSorted());
  });

  test('tells which try it is', async () => {
    fail = 2;
    await begin(1);
    await app.bus.settled();
    expect(seen).toEqual(['1 s1 s1 true', '1 s1 Both.begin 3']);
  });

  test('has no meaning outside of a handler: RMT3023', async () => {
    await begin(1);
    expect(() => kept!.id).toThrow(expect.objectContaining({ code: 'RMT3023' }));
  });
});
