import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, type Application, sqlite } from '../../src/decorators/index.ts';
import { MemoryBus, type Running, start, type StartOptions } from '../../src/framework/index.ts';
import type { Class } from '../../src/interfaces/index.ts';
import { scan } from '../../src/scan/index.ts';
import { type RecordingTelemetry, recordingTelemetry } from '../../src/telemetry/recording.ts';
import { memoryBinding } from '../../src/testing/memory-binding.ts';

export interface Started {
  readonly running: Running;
  readonly telemetry: RecordingTelemetry;
  readonly bus: MemoryBus;
  readonly call: (handler: string, plain: unknown, origin?: { id?: string }) => Promise<unknown>;
}

const folders: string[] = [];

export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'remit-test-'));
  folders.push(folder);
  return folder;
}

export function removeTemporary(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function application(...services: Class[]): Application {
  return app('test', { services, environments: { dev: { resources: [sqlite()] } } });
}

export async function started(services: Class[], options: Partial<StartOptions> = {}): Promise<Started> {
  const telemetry = recordingTelemetry();
  const bus = new MemoryBus(telemetry, { delay: () => 1 });
  const running = await start(scan(application(...services)), {
    environment: 'dev',
    variables: {},
    data: temporary(),
    cache: temporary(),
    telemetry,
    open: async () => memoryBinding(),
    bus,
    ...options,
  });
  return {
    running,
    telemetry,
    bus,
    call: async (handler, plain, origin = {}) => {
      const entry = running.entries.get(handler)!;
      return entry.call(entry.payload.parse(plain), { sender: 'cli', ...origin });
    },
  };
}
