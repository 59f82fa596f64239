import { check } from '../check/index.ts';
import { catalogue, type Diagnostic } from '../errors/index.ts';
import type { Model } from '../model/index.ts';
import type { LockFile, Scanned } from '../scan/index.ts';
import { openApplication, refuseUnknownEnvironment } from './application.ts';
import { pluginCache } from './launch/settings.ts';
import { exitCode } from './exit-code.ts';
import { differences, grown, lockOf, readLock, writeLock } from './lock.ts';
import { report, writeDiagnostics } from './report.ts';

interface Options {
  readonly env?: string;
  readonly frozen?: boolean;
}

/** `remit check`: reports all that was found, and locks new names when nothing was. */
export async function checkApplication(app: string | undefined, { env, frozen }: Options): Promise<void> {
  const { application, sources, root } = await openApplication(app);
  refuseUnknownEnvironment(env, Object.keys(application.definition.environments ?? { dev: {} }));
  const lock = readLock(root);
  const { diagnostics, scanned } = await check(application, {
    sources,
    lock,
    environment: env,
    cache: pluginCache(root),
    root,
  });
  const keep = frozen || process.env['CI'] === 'true';
  const found = [...diagnostics, ...(scanned && keep ? outdated(lock, scanned) : [])];
  const failed = found.some(({ code }) => catalogue[code].severity === 'error');
  if (scanned && !keep && !failed) lockNames(root, lock, scanned);
  if (found.length > 0 || report.json) writeDiagnostics(found);
  if (failed) process.exitCode = exitCode.diagnostics;
  else if (scanned && !report.json)
    process.stdout.write(`${application.name}: ${sizes(scanned.model)}, no mistakes\n`);
}

function outdated(lock: LockFile | undefined, { model }: Scanned): Diagnostic[] {
  const names = differences(lock, grown(lock, lockOf(model)));
  if (names.length === 0) return [];
  return [
    {
      code: 'RMT6010',
      message: `remit.lock would change: ${names.join(', ')}.`,
      mend: 'remit check && git add remit.lock',
    },
  ];
}

function lockNames(root: string, lock: LockFile | undefined, { model }: Scanned): void {
  const next = grown(lock, lockOf(model));
  if (differences(lock, next).length > 0) writeLock(root, next);
}

function sizes({ services, events, resources }: Model): string {
  const own = events.filter(({ builtIn }) => !builtIn);
  const replies = own.filter(({ processors }) => processors === 'reply');
  const sent = own.filter(({ processors }) => processors !== 'reply');
  return [
    count(services, 'service'),
    count(sent, 'event'),
    ...(replies.length > 0 ? [count(replies, 'reply', 'replies')] : []),
    count(resources, 'resource'),
  ].join(', ');
}

function count(list: readonly unknown[], noun: string, many = `${noun}s`): string {
  return `${list.length} ${list.length === 1 ? noun : many}`;
}
