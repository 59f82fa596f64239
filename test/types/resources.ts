import { IsUUID } from 'class-validator';
import { type Blobs, blobs, keyValue, only, Uses } from 'remit';

class Order {
  @IsUUID() id!: string;
}
class Note {
  @IsUUID() note!: string;
}

abstract class Orders extends keyValue('orders', Order) {}
abstract class Archive extends keyValue('archive', Order) {}
abstract class Files extends blobs('files') {}
abstract class OrderBook extends only(Orders, 'get', 'set') {}
abstract class OrderReader extends only(Orders, 'get') {}
abstract class ArchiveBook extends only(Archive, 'get', 'set') {}

export abstract class Narrower extends only(OrderBook, 'get') {}
export abstract class Narrowest extends only(Narrower, 'get') {}
export abstract class FileReader extends only(Files, 'read', 'list') {}

// @ts-expect-error an operation that the interface does not have
export abstract class Unknown extends only(Orders, 'gett') {}
// @ts-expect-error an operation of another interface
export abstract class Foreign extends only(Files, 'set') {}
// @ts-expect-error narrowing does not widen
export abstract class Widened extends only(OrderReader, 'set') {}
// @ts-expect-error nothing is no need
export abstract class Nothing extends only(Orders) {}
// @ts-expect-error a class that is no resource
export abstract class NoResource extends only(Order, 'id') {}

export async function operations(book: OrderBook, reader: OrderReader, files: Files): Promise<void> {
  const order: Order | undefined = await book.get('1');
  await book.set('1', order ?? new Order());
  // @ts-expect-error an operation that was not asked for
  await book.delete('1');
  // @ts-expect-error an operation that was not asked for
  await reader.set('1', new Order());
  // @ts-expect-error a value of another class
  await book.set('1', new Note());
  // @ts-expect-error what is read may not be there
  const there: Order = await reader.get('1');
  // @ts-expect-error blobs hold bytes or text
  await files.write('a', there);
  const bytes: Uint8Array | undefined = await files.read('a');
  await files.write('a', bytes ?? 'text');
}

declare const orders: Orders;
declare const archive: ArchiveBook;
export let book: OrderBook = orders;
export let reader: OrderReader = book;
// @ts-expect-error a handle of another resource, though it has the same operations
book = archive;
// @ts-expect-error a narrower handle
book = reader;
// @ts-expect-error a look-alike without the brand
reader = { get: () => Promise.resolve(undefined) };

export class InPlace {
  constructor(
    @Uses(Orders, 'get') readonly one: Pick<OrderBook, 'get'>,
    @Uses(OrderReader) readonly two: unknown,
    @Uses(OrderReader, 'get') readonly narrowed: unknown,
    @Uses(Files, 'read', 'write') readonly three: Pick<Blobs, 'read' | 'write'>,
    // @ts-expect-error an operation that the narrower need does not have
    @Uses(OrderReader, 'set') readonly four: unknown,
    // @ts-expect-error an unknown operation
    @Uses(Files, 'reed') readonly five: unknown,
    // @ts-expect-error operations of a class that is no resource
    @Uses(Order, 'id') readonly six: unknown,
  ) {}
}
