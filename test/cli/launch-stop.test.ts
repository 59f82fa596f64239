import { afterAll, expect, test } from '@jest/globals';
import { IsString } from 'class-validator';
import { app, Event, Handles, Public, Service } from '../../src/decorators/index.ts';
import { launch } from '../../src/cli/launch/index.ts';
import { scan } from '../../src/scan/index.ts';
import { removeTemporary, temporary } from '../framework/harness.ts';

@Event()
class Look {
  @IsString() id!: string;
}
@Service()
class Plain {
  @Public() @Handles(Look) async look(): Promise<void> {}
}

afterAll(removeTemporary);

test('a server that cannot close does not keep the rest from stopping', async () => {
  const application = app('shop', { services: [Plain], environments: { dev: {} } });
  const scanned = scan(application);
  const root = temporary();
  const { running, server, stop } = await launch({ application, scanned, root } as never, {
    environment: 'dev',
    variables: { REMIT_DATA: root },
    listening: { host: '127.0.0.1', port: 0 },
  });
  const close = server!.close.bind(server);
  Object.assign(server!, { close: () => close().then(() => Promise.reject(new Error('not closed'))) });
  await expect(stop()).rejects.toThrow('not closed');
  const look = running.entries.get('Plain.look')!;
  await expect(look.call(look.payload.parse({ id: 'a' }), { sender: 'cli' })).rejects.toMatchObject({
    code: 'RMT3035',
  });
});
