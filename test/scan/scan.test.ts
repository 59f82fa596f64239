import { describe, expect, test } from '@jest/globals';
import { app, Every, Handles, Service, sqlite } from '../../src/decorators/index.ts';
import { DiagnosticsError, RemitError } from '../../src/errors/index.ts';
import { blobs } from '../../src/interfaces/index.ts';
import { diagnose, scan } from '../../src/scan/index.ts';

class NoEvent {}

@Service()
class Broken {
  @Handles(NoEvent)
  async handle(): Promise<void> {}

  @Every('sometimes')
  async sweep(): Promise<void> {}
}

abstract class Files extends blobs('files') {}

@Service()
class Sound {
  constructor(readonly files: Files) {}
}

describe('scan', () => {
  test('throws all mistakes at once', () => {
    const broken = app('broken', { services: [Broken] });
    expect(() => scan(broken)).toThrow(DiagnosticsError);
    try {
      scan(broken);
    } catch (error) {
      expect(error).toBeInstanceOf(RemitError);
      expect((error as DiagnosticsError).diagnostics.map(({ code }) => code)).toEqual(['RMT1022', 'RMT1001']);
    }
  });

  test('a warning does not stop it', () => {
    const dev = { resources: [sqlite(), sqlite().for(Files, blobs('left-over'))] };
    const { model, warnings } = scan(app('sound', { services: [Sound], environments: { dev } }));
    expect(model.resources.map(({ name }) => name)).toEqual(['files']);
    expect(warnings.map(({ code }) => code)).toEqual(['RMT1049']);
  });

  test('with mistakes there is no model', () => {
    expect(diagnose(app('broken', { services: [Broken] }))).not.toHaveProperty('scanned');
  });
});
