import { IsString } from 'class-validator';
import { app, Event, Handles, Public, Service } from 'remit';

@Event()
export class Hang {
  @IsString() id!: string;
}

@Service()
export class Hanging {
  /** Waits for something that keeps no process alive. */
  @Public()
  @Handles(Hang, { timeout: 200 })
  async hang(): Promise<void> {
    await new Promise(() => undefined);
  }
}

export default app('hanging', { services: [Hanging] });
