import { afterEach, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { type Settings, Stage } from './support/remit.ts';

const stage = new Stage();
afterEach(() => stage.clear());

const id = '4802e694-a27c-4044-8f75-716c3ce65ba9';
const key = 'a secret of more than thirty-two bytes';
const app = 'examples/orders/app.ts';

async function send(args: readonly string[], settings: Settings) {
  const remit = stage.run(['send', ...args], settings);
  const code = await remit.end();
  return { code, stdout: remit.stdout, stderr: remit.stderr };
}

function token(scope: string, secret = key): Promise<string> {
  const claims = new SignJWT({ scope })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('test')
    .setIssuer('orders');
  return claims.setExpirationTime('1h').sign(new TextEncoder().encode(secret));
}

test('prints the reply event, and keeps what was stored', async () => {
  const env = { REMIT_DATA: stage.folder() };
  const payload = JSON.stringify({ id, quantity: 2 });
  const placed = await send([app, 'PlaceOrder', payload], { env });
  expect(placed).toMatchObject({ code: 0, stdout: `OrderPlaced {"id":"${id}","quantity":2}\n` });
  const found = await send([app, 'FindOrder', `{"id":"${id}"}`, '--json'], { env });
  expect(found.code).toBe(0);
  expect(JSON.parse(found.stdout)).toMatchObject({
    receipt: { sentTo: ['Ordering.find'] },
    reply: { event: 'OrderFound', body: { id, quantity: 2 } },
  });
});

test('the application is found in the working directory', async () => {
  const settings = { cwd: 'examples/orders', env: { REMIT_DATA: stage.folder() } };
  const { code, stdout } = await send(['FindOrder', `{"id":"${id}"}`], settings);
  expect({ code, stdout }).toEqual({ code: 0, stdout: `NoSuchOrder {"id":"${id}"}\n` });
});

test('who may send is judged as for HTTP', async () => {
  const env = { REMIT_DATA: stage.folder(), ORDERS_JWT_KEY: key };
  const cancel = async (...more: readonly string[]) => {
    const { code, stdout, stderr } = await send([app, 'CancelOrder', `{"id":"${id}"}`, ...more], { env });
    return `${code} ${/RMT\d+/.exec(stderr)?.[0] ?? stdout.trim()}`;
  };
  expect(await cancel()).toBe('1 RMT3027');
  expect(await cancel('--token', 'nonsense')).toBe('1 RMT4010');
  expect(await cancel('--token', await token('orders:admin', `another ${key}`))).toBe('1 RMT4010');
  expect(await cancel('--token', await token('orders:read'))).toBe('1 RMT3028');
  expect(await cancel('--token', await token('orders:admin'))).toBe(`0 NoSuchOrder {"id":"${id}"}`);
});

test('what is wrong is said before anything starts', async () => {
  const env = { REMIT_DATA: stage.folder() };
  const wrong = async (...args: readonly string[]) => {
    const { code, stderr } = await send([app, ...args], { env });
    return `${code} ${/RMT\d+/.exec(stderr)?.[0]}`;
  };
  expect(await wrong('PlaceOrder', '{"id":}')).toBe('2 RMT6043');
  expect(await wrong('PlaceOrder', '{}', '--env', 'nowhere')).toBe('2 RMT6005');
  expect(await wrong('PlaceOrder', 'x', 'y')).toBe('2 RMT6004');
  expect(await wrong('CancelOrder', '{}', '--token', await token('orders:admin'))).toBe('2 RMT6042');
  expect(await wrong('PlaceOrdre', '{}')).toBe('3 RMT3026');
  expect(await wrong('PlaceOrder', '{"id":"x","quantity":0}')).toBe('1 RMT3021');

  for (const literal of ['null', '12', 'true']) {
    const { code, stderr } = await send(['PlaceOrder', literal], { cwd: 'examples/orders', env });
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('error[RMT3021]: PlaceOrder: '),
    });
  }

  const { stderr } = await send([app, 'PlaceOrder', '{"id":"x","quantity":0}'], { env });
  expect(stderr).toContain('PlaceOrder.id: id must be a UUID');
  expect(stderr).toContain('2 errors');
});
