import { DiagnosticsError, visible } from '../errors/index.ts';
import { type DeadLetter, DeadLetterBox } from '../framework/index.ts';
import { applicationRoot } from '../scan/sources/index.ts';
import { applicationFile } from './application.ts';
import { dataFolder } from './launch/settings.ts';

/** `remit dead-letters`: what handlers failed for good. */
export async function listDeadLetters(app: string | undefined, json: boolean | undefined): Promise<void> {
  await using box = boxOf(app);
  const letters = box.list();
  if (json) process.stdout.write(`${JSON.stringify(letters)}\n`);
  else process.stdout.write(letters.map(line).join('') || 'no dead letters\n');
}

/** `remit dead-letters replay` and `drop`. @throws DiagnosticsError RMT6044 when there is no such letter. */
export async function settleDeadLetter(
  verb: 'replay' | 'drop',
  number: string,
  app: string | undefined,
): Promise<void> {
  await using box = boxOf(app);
  const found = /^\d{1,15}$/.test(number) && box[verb](Number(number));
  if (!found) {
    throw new DiagnosticsError([
      {
        code: 'RMT6044',
        message: `There is no dead letter ${number}.`,
        mend: 'remit dead-letters  # lists those there are',
      },
    ]);
  }
  process.stdout.write(`${verb === 'replay' ? 'replayed' : 'dropped'} ${number}\n`);
}

/** Where the application's data is depends on where it stands alone: nothing of it is run. */
function boxOf(app: string | undefined): DeadLetterBox {
  return new DeadLetterBox(dataFolder(process.env, applicationRoot(applicationFile(app))));
}

/** Messages are the application's own, and may repeat what callers sent. */
function line({ number, envelope, handler, error, message, attempts, died }: DeadLetter): string {
  const tries = `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`;
  const words = `${number}  ${new Date(died).toISOString()}  ${envelope.command} → ${handler}, ${tries}: ${error} ${message}`;
  return `${visible(words).replaceAll(/\s*\n\s*/g, ' ')}\n`;
}
