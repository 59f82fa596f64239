import {
  app,
  type AppDefinition,
  Cron,
  env,
  Event,
  Handles,
  jwt,
  Post,
  postgres,
  Reply,
  Service,
  sqlite,
} from 'remit';

// Code that is compiled with exactOptionalPropertyTypes passes what it has, and nothing for what it has not.
@Event({ name: 'ping', formerly: ['pong'] })
export class Ping {}

@Reply({ name: 'ponged' })
export class Pong {}

@Service({ formerly: [] })
export class Pinging {
  @Post('/ping', { status: 202 })
  @Handles(Ping, { replies: [Pong] })
  async ping(): Promise<Pong> {
    return new Pong();
  }

  @Cron('0 3 * * *', { timezone: 'UTC' })
  async nightly(): Promise<void> {}
}

const definition: AppDefinition = {
  units: { web: [Pinging] },
  environments: {
    dev: { resources: [sqlite(), sqlite({ file: 'other.db', limits: { fuel: 1 } })] },
    prod: {
      auth: jwt({ key: env('KEY'), issuer: 'me' }),
      resources: [postgres({ url: env('URL', 'postgres://localhost'), role: env('ROLE') })],
    },
  },
};

export default app('ping', definition);

// @ts-expect-error an option is given or left out, never undefined
sqlite({ file: undefined });
// @ts-expect-error a database needs a URL
postgres({});
// @ts-expect-error services are classes
app('ping', { services: [new Pinging()] });
