import { afterEach, expect, test } from '@jest/globals';
import { IsString } from 'class-validator';
import { Event, EventSent, Handles, LogWritten, Public, Service } from '../../src/decorators/index.ts';
import { emits, Logger } from '../../src/interfaces/index.ts';
import { join } from 'node:path';
import { LogBus } from '../../src/framework/bus/log/log-bus.ts';
import { recordingTelemetry } from '../../src/telemetry/recording.ts';
import { removeTemporary, started, temporary } from './harness.ts';

@Event()
class Say {
  @IsString() text!: string;
}
@Event({ processors: 'many' })
class Noted {
  @IsString() text = 'noted';
}
abstract class Notes extends emits(Noted) {}

const told: string[] = [];

@Service()
class Audit {
  @Public()
  @Handles(Say)
  async say(): Promise<void> {}

  @Handles(EventSent)
  async sent({ command }: EventSent, log: Logger): Promise<void> {
    told.push(command);
    log.info(`sent ${command}`);
  }

  @Handles(LogWritten)
  async logged({ message }: LogWritten, notes: Notes): Promise<void> {
    told.push(message);
    notes.emit(new Noted());
  }

  @Handles(Noted)
  async noted(): Promise<void> {}
}

@Event({ processors: 'many' })
class Begun {
  @IsString() text = 'begun';
}
@Event({ processors: 'many' })
class Done {
  @IsString() text = 'done';
}
abstract class Begins extends emits(Begun) {}
abstract class Ends extends emits(Done) {}

@Service()
class Worker {
  @Public()
  @Handles(Say)
  async say(_say: Say, begins: Begins): Promise<void> {
    // The fact of this very event is handled first, so its commit is the one that this emission joins.
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    begins.emit(new Begun());
  }

  @Handles(Begun)
  async begun(_begun: Begun, ends: Ends): Promise<void> {
    ends.emit(new Done());
  }
}

@Service()
class Echo {
  @Handles(EventSent)
  async sent({ command }: EventSent, notes: Notes): Promise<void> {
    told.push(command);
    notes.emit(new Noted());
  }

  @Handles(Noted)
  async noted(): Promise<void> {}
}

afterEach(() => {
  told.length = 0;
  removeTemporary();
});

test('a handler of EventSent that logs and one of LogWritten that emits do not tell each other for ever', async () => {
  const app = await started([Audit]);
  await app.call('Audit.say', { text: 'x' });
  for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  await app.bus.settled();
  await app.running.close();
  expect(told).toEqual(['Say', 'sent Say']);
});

test('what shares a commit of the log with what a handler of a fact emitted is still told of', async () => {
  const telemetry = recordingTelemetry();
  const bus = new LogBus(join(temporary(), 'events.db'), telemetry);
  const { running } = await started([Worker, Echo], { telemetry, bus });
  const idle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const worker = running.entries.get('Worker.say')!;
  for (let n = 0; n < 5; n += 1) {
    await idle();
    await worker.call(worker.payload.parse({ text: 'x' }), { sender: 'cli' });
  }
  while (bus.pending > 0) await new Promise((resolve) => setImmediate(resolve));
  await running.close();
  const count = (command: string) => told.filter((each) => each === command).length;
  expect(['Say', 'Begun', 'Done', 'Noted'].map(count)).toEqual([5, 5, 5, 0]);
});
