import { CommanderError } from 'commander';
import { DiagnosticsError } from '../errors/index.ts';
import { report } from './report.ts';

/**
 * What commander threw, as an error of Remit; `shown` for help and version, which are no mistakes, and `incomplete`
 * where the help was shown because a word is missing.
 */
export function usageOf(error: unknown): DiagnosticsError | 'shown' | 'incomplete' | undefined {
  if (!(error instanceof CommanderError)) return undefined;
  if (error.exitCode === 0) return 'shown';
  if (error.code === 'commander.help') return 'incomplete';
  const message = error.message
    .replace(/^error: /, '')
    .replace(/\n.*$/s, '')
    .replace(/\.$/, '');
  const command = report.command === '' ? 'remit' : `remit ${report.command}`;
  return new DiagnosticsError([
    {
      code: isMissing(error) ? 'RMT6007' : 'RMT6004',
      message: `${sentence(message)}.`,
      mend: `${command} --help`,
    },
  ]);
}

function isMissing({ code }: CommanderError): boolean {
  return /^commander\.(missing|optionMissing)/.test(code);
}

/** `text` with a capital letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
