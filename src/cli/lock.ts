import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RemitError } from '../errors/index.ts';
import type { Model } from '../model/index.ts';
import type { LockFile } from '../scan/index.ts';

const fileName = 'remit.lock';
const nothing: LockFile = { events: {}, services: {} };

/**
 * The names that were locked, from the application's root; `undefined` when there is no remit.lock yet.
 * @throws RemitError RMT6011
 */
export function readLock(root: string): LockFile | undefined {
  const file = join(root, fileName);
  if (!existsSync(file)) return undefined;
  try {
    const { format, ...lock } = JSON.parse(readFileSync(file, 'utf8')) as LockFile & { format: unknown };
    if (format === 1 && isRecord(lock.events) && isRecord(lock.services)) return lock;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new RemitError('RMT6011', `${fileName} is not what Remit wrote: restore it from version control.`);
}

/** The names of a model, as they are locked. */
export function lockOf(model: Model): LockFile {
  const events = model.events.filter(({ builtIn }) => !builtIn);
  return {
    events: Object.fromEntries(
      events.map((event) => [event.name, { class: event.class, properties: event.properties }]),
    ),
    services: Object.fromEntries(
      model.services.map((service) => [
        service.name,
        { class: service.class, handlers: service.handlers.map(({ method }) => method) },
      ]),
    ),
  };
}

/** `lock` with the names of `current` added or brought up to date; none is removed. */
export function grown(lock: LockFile | undefined, current: LockFile): LockFile {
  return {
    events: { ...lock?.events, ...current.events },
    services: { ...lock?.services, ...current.services },
  };
}

/** Names that differ between two locks: `event orders.place`, `service Ordering`. */
export function differences(before: LockFile | undefined, after: LockFile): string[] {
  const { events, services } = before ?? nothing;
  return [...differing('event', events, after.events), ...differing('service', services, after.services)];
}

/** @throws RemitError RMT6012 */
export function writeLock(root: string, lock: LockFile): void {
  const text = JSON.stringify(
    { format: 1, events: sorted(lock.events), services: sorted(lock.services) },
    null,
    2,
  );
  try {
    writeFileSync(join(root, fileName), `${text}\n`);
  } catch (cause) {
    throw new RemitError('RMT6012', `${fileName} cannot be written.`, { cause });
  }
}

type Names = Readonly<Record<string, unknown>>;

function differing(kind: string, before: Names, after: Names): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => `${kind} ${name}`);
}

function sorted(names: Names): Names {
  return Object.fromEntries(Object.entries(names).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
