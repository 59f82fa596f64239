import { join, resolve } from 'node:path';
import { DiagnosticsError } from '../../errors/index.ts';
import type { Variables } from '../../framework/index.ts';

/** Where an application listens. */
export interface Listening {
  readonly host: string;
  readonly port: number;
}

/** The port an application listens on when nothing says otherwise. */
export const usualPort = 3000;

/**
 * Where to listen: an option wins over `PORT` and `HOST`, and 0 is any free port.
 * @throws DiagnosticsError RMT6041 when the port is none.
 */
export function listening(variables: Variables, host: string, port: string | undefined): Listening {
  return { host: variables['HOST'] || host, port: portOf(port ?? (variables['PORT'] || String(usualPort))) };
}

function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new DiagnosticsError([
    {
      code: 'RMT6041',
      message: `${text} is not a port`,
      mend: 'PORT=3000  # 0 to 65535; 0 takes any free one',
    },
  ]);
}

/** The folder of the event log and the embedded database: `REMIT_DATA`, or one in the application's root. */
export function dataFolder(variables: Variables, root: string): string {
  const named = variables['REMIT_DATA'];
  return named ? resolve(named) : join(root, '.remit', 'data');
}

/** Where compiled plugins are kept between starts. */
export function pluginCache(root: string): string {
  return join(root, '.remit', 'cache', 'plugins');
}
