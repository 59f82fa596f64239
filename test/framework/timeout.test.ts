import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { IsString } from 'class-validator';
import { Event, Handles, Public, Reply, Service } from '../../src/decorators/index.ts';
import { asks, emits, EventContext } from '../../src/interfaces/index.ts';
import { Item, ItemReader } from './shop.ts';
import { removeTemporary, started, type Started } from './harness.ts';

@Event()
class Endless {
  @IsString() text!: string;
}
@Event({ processors: 'many' })
class Late {
  @IsString() text = 'late';
}
@Event()
class Wait {
  @IsString() text!: string;
}
@Reply()
class Answer {
  @IsString() text = 'answer';
}
@Event()
class Hurried {
  @IsString() text!: string;
}
@Event()
class Deep {
  @IsString() text!: string;
}
abstract class Tells extends emits(Late) {}
abstract class AsksEndless extends asks(Endless, Answer) {}
abstract class AsksDeep extends asks(Deep, Answer) {}

const state: { reader?: ItemReader; tells?: Tells; signal?: AbortSignal; late: number; release: () => void } =
  {
    late: 0,
    release: () => undefined,
  };

@Service()
class Slow {
  constructor(readonly tells: Tells) {}

  @Public()
  @Handles(Endless, { replies: [Answer], timeout: 200 })
  async endless(_e: Endless, reader: ItemReader, tells: Tells, { signal }: EventContext): Promise<Answer> {
    Object.assign(state, { reader, tells, signal });
    tells.emit(new Late());
    await new Promise<void>((resolve) => {
      state.release = resolve;
    });
    this.tells.emit(new Late());
    return new Answer();
  }

  @Public()
  @Handles(Wait, { replies: [Answer] })
  async wait(_w: Wait, asker: AsksEndless): Promise<Answer> {
    return asker.ask(Object.assign(new Endless(), { text: 'x' }));
  }

  @Public()
  @Handles(Hurried, { replies: [Answer], timeout: 40 })
  async hurried(_h: Hurried, asker: AsksEndless): Promise<Answer> {
    return asker.ask(Object.assign(new Endless(), { text: 'x' }));
  }

  @Public()
  @Handles(Deep, { replies: [Answer] })
  async deep(deep: Deep, asker: AsksDeep): Promise<Answer> {
    return asker.ask(deep);
  }

  @Handles(Late)
  async count(): Promise<void> {
    state.late += 1;
  }
}

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a handler that does not end', () => {
  let app: Started;

  beforeEach(async () => {
    state.late = 0;
    app = await started([Slow]);
  });

  afterEach(async () => {
    state.release();
    await app.running.close();
    removeTemporary();
  });

  test('ends as RMT3030: handles revoked, emissions dropped, signal aborted, the application goes on', async () => {
    // A timer counts from where its turn of the event loop began, and by whole milliseconds.
    await new Promise((resolve) => setImmediate(resolve));
    const before = performance.now();
    await expect(app.call('Slow.endless', { text: 'x' })).rejects.toEqual(
      expect.objectContaining({ code: 'RMT3030', message: expect.stringContaining('Slow.endless') }),
    );
    expect(performance.now() - before).toBeGreaterThanOrEqual(195);
    expect(() => state.reader!.get('a')).toThrow(code('RMT3002'));
    expect(() => state.tells!.emit(new Late())).toThrow(code('RMT3002'));
    expect(state.signal).toMatchObject({ aborted: true, reason: { code: 'RMT3030' } });
    expect(app.telemetry.spans.at(-1)).toMatchObject({ name: 'process Endless', failure: 'RMT3030' });
    state.release();
    await new Promise((resolve) => setImmediate(resolve));
    await app.bus.settled();
    expect(state.late).toBe(0);
    expect(Item.name).toBe('Item');
  });

  test('whoever asks it gets RMT3022 with the reason', async () => {
    await expect(app.call('Slow.wait', { text: 'x' })).rejects.toMatchObject({
      code: 'RMT3022',
      cause: { code: 'RMT3030' },
    });
  });

  test('one that is asked hears when whoever asks is out of time', async () => {
    await expect(app.call('Slow.hurried', { text: 'x' })).rejects.toEqual(code('RMT3030'));
    expect(state.signal).toMatchObject({
      aborted: true,
      reason: { message: expect.stringContaining('Slow.hurried') },
    });
  });

  test('queries that ask each other in a circle end as RMT3025', async () => {
    await expect(app.call('Slow.deep', { text: 'x' })).rejects.toEqual(code('RMT3025'));
  });

  test('one that ends in time leaves no timer behind', async () => {
    const call = app.call('Slow.endless', { text: 'x' });
    state.release();
    expect(await call).toMatchObject({ event: 'Answer' });
    await app.bus.settled();
    expect(state.late).toBe(2);
  });
});
