import { execFile, execFileSync, spawn } from 'node:child_process';
import { chownSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const user = 'postgres';
const password = 'for tests only';

/** A PostgreSQL server of its own in a temporary folder, on a free port of the loopback interface. */
export interface PostgresServer {
  readonly port: number;
  /** Connection URL; as the superuser unless told otherwise. */
  url(login?: { readonly user?: string; readonly password?: string; readonly database?: string }): string;
  /** Ends the server and keeps its data. */
  halt(): Promise<void>;
  /** Starts it again on the same port. */
  resume(): Promise<void>;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

/** Debian keeps the programs out of PATH, in a folder for each version. */
function programs(): string {
  const debian = globSync('/usr/lib/postgresql/*/bin/initdb').toSorted();
  const path = (process.env['PATH'] ?? '').split(':').flatMap((folder) => globSync(join(folder, 'initdb')));
  const newest = debian.at(-1) ?? path[0];
  if (newest === undefined) {
    throw new Error('PostgreSQL is not installed. Type: apt-get install -y postgresql');
  }
  return dirname(newest);
}

/** The server refuses to run as root, so root runs it as the user that Debian's package made. */
function identity(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Starts a server that sorts text by ICU, so that what relies on the order of bytes must say so. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = programs();
  const as = identity();
  const folder = mkdtempSync(join(tmpdir(), 'remit-postgres-'));
  const secret = join(folder, 'password');
  const data = join(folder, 'data');
  writeFileSync(secret, password);
  if (as.uid !== undefined && as.gid !== undefined) {
    chownSync(folder, as.uid, as.gid);
    chownSync(secret, as.uid, as.gid);
  }
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  await run(
    join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      user,
      `--pwfile=${secret}`,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '-N',
      '--locale=C.UTF-8',
      '--locale-provider=icu',
      '--icu-locale=en',
    ],
    { ...as, cwd: folder, env },
  );
  const port = await freePort();
  let end: (() => Promise<void>) | undefined;

  async function resume(): Promise<void> {
    const settings = [
      'fsync=off',
      'max_connections=60',
      'unix_socket_directories=',
      'max_prepared_transactions=0',
    ];
    const child = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...as, cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    end = async () => {
      child.kill('SIGINT');
      await ended;
    };
    await new Promise<void>((resolve, reject) => {
      let log = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        log = (log + text).slice(-4000);
        if (log.includes('ready to accept connections')) resolve();
      });
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`PostgreSQL did not start: ${log}`)));
    });
  }

  async function halt(): Promise<void> {
    await end?.();
    end = undefined;
  }

  await resume();
  return {
    port,
    url: (login = {}) => {
      const name = encodeURIComponent(login.user ?? user);
      const word = encodeURIComponent(login.password ?? password);
      return `postgres://${name}:${word}@127.0.0.1:${port}/${login.database ?? user}`;
    },
    halt,
    resume,
    stop: async () => {
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
