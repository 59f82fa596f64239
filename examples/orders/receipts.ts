import { Handles, Service } from 'remit';
import { OrderPlaced } from './events.ts';
import { ReceiptWriter } from './resources.ts';

@Service()
export class Bookkeeping {
  /** A need in a handler's parameters is this handler's alone. */
  @Handles(OrderPlaced)
  async receipt(placed: OrderPlaced, receipts: ReceiptWriter): Promise<void> {
    await receipts.write(`${placed.id}.txt`, `Order ${placed.id}: ${placed.quantity} pieces\n`);
  }
}
