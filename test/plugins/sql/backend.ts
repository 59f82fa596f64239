import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LimitsDefinition } from '../../../src/decorators/index.ts';
import { plugin, postgres, sqlite } from '../../../src/decorators/index.ts';
import { buildPlugin } from '../../../src/host/build/index.ts';
import { type Binding, openBinding } from '../../../src/host/index.ts';
import type { Telemetry } from '../../../src/telemetry/index.ts';
import { type PostgresServer, startPostgres } from '../../servers/postgres.ts';
import { silentTelemetry } from './telemetry.ts';

/** What a test may choose of a binding. */
export interface Choice {
  readonly telemetry?: Telemetry;
  readonly limits?: LimitsDefinition;
  readonly role?: string;
  readonly url?: string;
  readonly schema?: string;
  readonly file?: string;
}

/** A plugin over one database that belongs to a test file. */
export interface Backend {
  readonly folder: string;
  readonly file: string;
  readonly schema: string;
  /** Only where the backend is PostgreSQL. */
  readonly server: PostgresServer | undefined;
  open(choice?: Choice): Promise<Binding>;
  stop(): Promise<void>;
}

export const kinds = ['sqlite', 'postgres'] as const;

/** Plugins in each language that serve key-value resources on SQLite, and nothing else. */
export const examples = ['kv-typescript', 'kv-rust', 'kv-c'] as const;

/** All that serve key-value resources: the same is asked of each. */
export const keyValueKinds = [...kinds, ...examples] as const;

type Kind = (typeof keyValueKinds)[number];

/** Apart from `dist`, which belongs to set-up: a component built anew there no longer fits what ships beside it. */
const builds = '.remit/test/plugins';

/** Starts a backend; its database is empty. */
export async function startBackend(kind: Kind): Promise<Backend> {
  const example = examples.find((one) => one === kind);
  const { file: component } = await buildPlugin(`plugins/${example ?? 'sql'}`, { output: builds });
  const folder = mkdtempSync(join(tmpdir(), 'remit-backend-'));
  const file = join(folder, 'remit.db');
  const schema = `schema ${randomUUID().slice(0, 8)}`;
  const server = kind === 'postgres' ? await startPostgres() : undefined;
  const opened: Binding[] = [];
  return {
    folder,
    file,
    schema,
    server,
    async open(choice = {}) {
      const limits = { ...(choice.limits && { limits: choice.limits }) };
      const url = choice.url ?? server?.url();
      const provider = server
        ? postgres({ url: '', schema: choice.schema ?? schema, ...limits })
        : example === undefined
          ? sqlite(limits)
          : plugin({ component, connector: { kind: 'sqlite' }, ...limits });
      const binding = await openBinding({
        provider: { ...provider, component },
        ...(example !== undefined && { interfaces: ['keyValue'] }),
        values: {
          ...(server ? url !== undefined && { url } : { file: choice.file ?? file }),
          ...(choice.role !== undefined && { role: choice.role }),
        },
        cache: '.remit/cache',
        telemetry: choice.telemetry ?? silentTelemetry,
      });
      opened.push(binding);
      return binding;
    },
    async stop() {
      await Promise.allSettled(opened.map((binding) => binding.close()));
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const text = (value: Uint8Array | undefined): string | undefined =>
  value && new TextDecoder('utf-8', { fatal: true }).decode(value);
