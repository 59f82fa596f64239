/** A small application without mistakes: one service, one event with a reply, one resource. */
export const greetings = {
  'app.ts': `import { app, sqlite } from 'remit';
import { Greeting } from './greeting.ts';

export default app('greetings', {
  services: [Greeting],
  environments: { dev: { resources: [sqlite()] } },
});
`,
  'greeting.ts': `import { Event, Handles, keyValue, Post, Public, Reply, Service } from 'remit';
import { IsString } from 'class-validator';

export class Visit { @IsString() name!: string }
export abstract class Visits extends keyValue('visits', Visit) {}

@Event('greet')
export class Greet { @IsString() name!: string }

@Reply()
export class Greeted { @IsString() name!: string }

@Service()
export class Greeting {
  constructor(private readonly visits: Visits) {}

  @Post('/greet')
  @Public()
  @Handles(Greet, { replies: [Greeted] })
  async greet(event: Greet): Promise<Greeted> {
    await this.visits.set(event.name, event);
    return Object.assign(new Greeted(), event);
  }
}
`,
};
