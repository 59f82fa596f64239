import { expect, test } from '@jest/globals';
import { IsString } from 'class-validator';
import {
  app,
  Authenticated,
  env,
  Event,
  Handles,
  jwt,
  postgres,
  Public,
  Service,
} from '../../src/decorators/index.ts';
import { start } from '../../src/framework/index.ts';
import { keyValue, only } from '../../src/interfaces/index.ts';
import { scan } from '../../src/scan/index.ts';
import { recordingTelemetry } from '../../src/telemetry/recording.ts';
import { memoryBinding } from '../../src/testing/memory-binding.ts';
import { removeTemporary, temporary } from './harness.ts';

@Event()
class Look {
  @IsString() id!: string;
}
@Event()
class Keep {
  @IsString() id!: string;
}
@Event()
class Guard {
  @IsString() id!: string;
}
abstract class Items extends keyValue('items', Look) {}
abstract class Reader extends only(Items, 'get') {}

@Service()
class Plain {
  @Public() @Handles(Look) async look(): Promise<void> {}
}
@Service()
class Keeper {
  constructor(readonly items: Reader) {}
  @Public() @Handles(Keep) async keep(): Promise<void> {}
}
@Service()
class Guarded {
  @Authenticated() @Handles(Guard) async guard(): Promise<void> {}
}

const application = scan(
  app('shop', {
    units: { plain: [Plain], keeper: [Keeper], guarded: [Guarded] },
    environments: {
      prod: { auth: jwt({ key: env('SHOP_KEY') }), resources: [postgres({ url: env('SHOP_DB') })] },
    },
  }),
);

async function missing(unit?: string): Promise<string[]> {
  try {
    const running = await start(application, {
      environment: 'prod',
      unit,
      variables: {},
      data: temporary(),
      cache: temporary(),
      telemetry: recordingTelemetry(),
      open: async () => memoryBinding(),
    });
    await running.close();
    return [];
  } catch (error) {
    const { diagnostics } = error as { readonly diagnostics: readonly { readonly message: string }[] };
    return diagnostics.map(({ message }) => /SHOP_\w+/.exec(message)?.[0] ?? message);
  } finally {
    removeTemporary();
  }
}

test.each([
  ['plain', []],
  ['keeper', ['SHOP_DB']],
  ['guarded', ['SHOP_KEY']],
  [undefined, ['SHOP_DB', 'SHOP_KEY']],
])('the unit %s needs the variables of what it uses: %j', async (unit, names) => {
  expect(await missing(unit)).toEqual(names);
});
