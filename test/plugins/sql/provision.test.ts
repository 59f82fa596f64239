import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Backend, bytes, kinds, startBackend, text } from './backend.ts';

describe.each(kinds)('provision on %s', (kind) => {
  let backend: Backend;

  beforeAll(async () => {
    backend = await startBackend(kind);
  });
  afterAll(() => backend.stop());

  test('without it a resource says that it was not provisioned', async () => {
    const binding = await backend.open();
    await binding.health();
    const faults = { code: 'RMT2056', details: { resource: 'nothing' } };
    await expect(binding.keyValue('nothing').get('a')).rejects.toMatchObject(faults);
    await expect(binding.keyValue('nothing').swap('a', () => bytes(''))).rejects.toMatchObject(faults);
    await expect(binding.blobs('nothing').read('a')).rejects.toMatchObject(faults);
  });

  test('a second time it changes nothing', async () => {
    const binding = await backend.open();
    await binding.provision('keyValue', 'orders');
    await binding.keyValue('orders').set('a', bytes('kept'));
    await binding.provision('keyValue', 'orders');
    expect(text(await binding.keyValue('orders').get('a'))).toBe('kept');
  });

  test('any number may do it at once', async () => {
    const bindings = await Promise.all(Array.from({ length: 4 }, () => backend.open()));
    await Promise.all(
      bindings.flatMap((binding) => [
        binding.provision('keyValue', 'race'),
        binding.provision('blobs', 'race'),
        binding.provision('keyValue', 'race too'),
      ]),
    );
    await bindings[0]?.keyValue('race').set('a', bytes('1'));
    expect(text(await bindings[1]?.keyValue('race').get('a'))).toBe('1');
  });

  test('an interface it does not serve is refused', async () => {
    const binding = await backend.open();
    await expect(binding.provision('queues' as 'blobs', 'q')).rejects.toMatchObject({ code: 'RMT2063' });
  });
});
