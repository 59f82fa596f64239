import { IsInt, IsString } from 'class-validator';
import { Event, Handles, Public, Service } from '../../src/decorators/index.ts';
import { type Handle, type KeyValue, keyValue, Logger, only, Random } from '../../src/interfaces/index.ts';

export class Secret {
  @IsString() owner!: string;
  @IsInt() level!: number;
}
export abstract class Vault extends keyValue('vault', Secret) {}
export abstract class VaultReader extends only(Vault, 'get', 'getMany') {}
export abstract class VaultWriter extends only(Vault, 'set', 'swap', 'increment') {}

@Event()
export class Open {
  @IsString() key!: string;
}
@Event()
export class Fill {
  @IsString() key!: string;
}

type Reader = Handle<KeyValue<Secret>, 'vault', 'get' | 'getMany'>;
type Writer = Handle<KeyValue<Secret>, 'vault', 'set' | 'swap' | 'increment'>;

/** What a test does inside a handler. */
export const inside: {
  open: (reader: Reader, key: string, own: Reader) => unknown;
  fill: (writer: Writer, key: string) => unknown;
} = { open: () => undefined, fill: () => undefined };

@Service()
export class Keeper {
  constructor(
    readonly reader: VaultReader,
    readonly log: Logger,
    readonly random: Random,
  ) {}

  @Public()
  @Handles(Open)
  async open({ key }: Open, reader: VaultReader): Promise<void> {
    await inside.open(reader, key, this.reader);
  }

  @Public()
  @Handles(Fill)
  async fill({ key }: Fill, writer: VaultWriter): Promise<void> {
    await inside.fill(writer, key);
  }
}
