import { afterEach, describe, expect, test } from '@jest/globals';
import { IsString } from 'class-validator';
import { Event, EventSent, Handles, LogWritten, Public, Service } from '../../src/decorators/index.ts';
import { emits, Logger } from '../../src/interfaces/index.ts';
import { removeTemporary, started, type Started } from './harness.ts';

@Event()
class Say {
  @IsString() text!: string;
}
@Event({ processors: 'many' })
class Said {
  @IsString() text = 'said';
}
@Event({ processors: 'many' })
class Echoed {
  @IsString() text = 'echoed';
}
abstract class Says extends emits(Said) {}
abstract class Echoes extends emits(Echoed) {}

const sent: EventSent[] = [];
const logged: LogWritten[] = [];
let slow: Promise<void> | undefined;

@Service()
class Speaker {
  @Public()
  @Handles(Say)
  async say({ text }: Say, says: Says, log: Logger): Promise<void> {
    if (text === 'fail') throw new Error('failed');
    for (let at = 0; at < Number(text); at += 1) log.info(`line ${at}`);
    says.emit(new Said());
  }
  @Handles(Said)
  async said(): Promise<void> {}
}

@Service()
class Monitor {
  @Handles(EventSent)
  async sent(fact: EventSent, echoes: Echoes, log: Logger): Promise<void> {
    sent.push(fact);
    log.warn('seen');
    echoes.emit(new Echoed());
  }
  @Handles(Echoed)
  async echoed(_echoed: Echoed, says: Says): Promise<void> {
    says.emit(new Said());
  }
}

@Service()
class LogMonitor {
  @Handles(LogWritten)
  async logged(fact: LogWritten, says: Says, log: Logger): Promise<void> {
    await slow;
    logged.push(fact);
    log.error('I log, too');
    says.emit(new Said());
    if (fact.message === 'failed') throw new Error('and fail');
  }
}

describe('facts about what the application does', () => {
  let app: Started;

  afterEach(async () => {
    await app.running.close();
    removeTemporary();
    sent.length = 0;
    logged.length = 0;
    slow = undefined;
  });

  async function settled(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) {
      await app.bus.settled();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  test('EventSent names command, sender and receivers, and what its handler causes makes no more of it', async () => {
    app = await started([Speaker, Monitor]);
    await app.call('Speaker.say', { text: '0' });
    await settled();
    expect(sent).toEqual([
      { command: 'Say', sender: 'cli', sentTo: ['Speaker.say'] },
      { command: 'Said', sender: 'Speaker.say', sentTo: ['Speaker.said'] },
    ]);
    expect(sent[0]).toBeInstanceOf(EventSent);
  });

  test('an event that was not sent is not told of', async () => {
    app = await started([Speaker, Monitor]);
    await expect(app.call('Speaker.say', { text: 'fail' })).rejects.toThrow('failed');
    await settled();
    expect(sent.map(({ command }) => command)).toEqual(['Say']);
  });

  test('LogWritten tells of lines, not of those its own handler writes, even when it fails', async () => {
    app = await started([Speaker, LogMonitor]);
    await app.call('Speaker.say', { text: '2' });
    await expect(app.call('Speaker.say', { text: 'fail' })).rejects.toThrow('failed');
    await settled();
    expect(logged).toEqual([
      { sentBy: 'Speaker.say', message: 'line 0', level: 'info' },
      { sentBy: 'Speaker.say', message: 'line 1', level: 'info' },
      { sentBy: 'Speaker.say', message: 'failed', level: 'error' },
    ]);
  });

  test('too many are dropped and counted', async () => {
    app = await started([Speaker, LogMonitor]);
    let release = (): void => undefined;
    slow = new Promise((resolve) => {
      release = resolve;
    });
    await app.call('Speaker.say', { text: '1' });
    await settled();
    await app.call('Speaker.say', { text: '1500' });
    release();
    await app.running.drain();
    expect(logged).toHaveLength(1001);
    expect(app.telemetry.logs.at(-1)).toMatchObject({ sentBy: 'remit.facts', attributes: { dropped: 500 } });
  });
});
