import { IsInt, IsString, Min, MinLength } from 'class-validator';
import { Authenticated, Event, Handles, Public, Reply, Service } from '../../src/decorators/index.ts';
import { asks, blobs, EventContext, emits, keyValue, Logger, only } from '../../src/interfaces/index.ts';

export class Item {
  @IsString() @MinLength(1) name!: string;
  @IsInt() @Min(0) left!: number;
}
export abstract class Items extends keyValue('items', Item) {}
export abstract class ItemBook extends only(Items, 'get', 'set') {}
export abstract class ItemReader extends only(Items, 'get') {}
export abstract class Papers extends blobs('papers') {}
export abstract class PaperWriter extends only(Papers, 'write') {}

@Event()
export class Stock {
  @IsString() name!: string;
  @IsInt() left!: number;
}
@Event({ processors: 'many' })
export class Stocked {
  @IsString() name: string;
  constructor(name: string) {
    this.name = name;
  }
}
@Event({ processors: 'many' })
export class Noted {
  @IsString() text!: string;
}
@Event()
export class Look {
  @IsString() name!: string;
}
@Reply()
export class Found {
  @IsString() name: string;
  @IsInt() left: number;
  constructor(name: string, left: number) {
    this.name = name;
    this.left = left;
  }
}
@Reply({ status: 404 })
export class Missing {
  @IsString() name: string;
  constructor(name: string) {
    this.name = name;
  }
}
@Event()
export class Ask {
  @IsString() name!: string;
}
@Reply()
export class Told {
  @IsString() text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export abstract class Notes extends emits(Noted) {}
export abstract class AsksLook extends asks(Look, Found, Missing) {}

export const papers: string[] = [];

@Service()
export class Shop {
  constructor(
    private readonly items: ItemBook,
    private readonly log: Logger,
    private readonly context: EventContext,
  ) {}

  @Public()
  @Handles(Stock, { replies: [Stocked] })
  async stock({ name, left }: Stock, notes: Notes): Promise<Stocked> {
    await this.items.set(name, { name, left });
    notes.emit(Object.assign(new Noted(), { text: `${this.context.sender} stocked ${name}` }));
    this.log.info('stocked', { left });
    return new Stocked(name);
  }

  @Public()
  @Handles(Look, { replies: [Found, Missing] })
  async look({ name }: Look, reader: ItemReader): Promise<Found | Missing> {
    const item = await reader.get(name);
    return item ? new Found(item.name, item.left) : new Missing(name);
  }

  @Authenticated('shop:ask')
  @Handles(Ask, { replies: [Told] })
  async ask({ name }: Ask, look: AsksLook): Promise<Told> {
    const answer = await look.ask(Object.assign(new Look(), { name }));
    return new Told(answer instanceof Found ? `${answer.left} left` : 'none');
  }

  @Handles(Stocked)
  async paper({ name }: Stocked, writer: PaperWriter): Promise<void> {
    papers.push(name);
    await writer.write(name, name);
  }
}
