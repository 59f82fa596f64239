import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { IsString } from 'class-validator';
import { app, Event, Handles, Post, Public, Service } from 'remit';

const folder = process.env['WAITING'] ?? '.';

@Event()
export class Slip {
  @IsString() how!: string;
}

async function rejected(): Promise<void> {
  await Promise.resolve();
  throw new Error('nobody waits for this');
}

function thrown(): void {
  throw new TypeError('in a timer');
}

@Service()
export class Careless {
  @Post('/slip')
  @Public()
  @Handles(Slip)
  async slip({ how }: Slip): Promise<void> {
    if (how === 'rejected') void rejected();
    if (how === 'thrown') setTimeout(thrown, 1);
    if (how !== 'slow') return;
    writeFileSync(join(folder, 'slow-entered'), '');
    while (!existsSync(join(folder, 'slow-allowed'))) await wait(10);
  }
}

export default app('careless', { services: [Careless] });
