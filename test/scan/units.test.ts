import { describe, expect, test } from '@jest/globals';
import { app, type AppDefinition, Service } from '../../src/decorators/index.ts';
import type { Class } from '../../src/interfaces/index.ts';
import { diagnose, scan } from '../../src/scan/index.ts';

@Service()
class Alpha {}
@Service()
class Beta {
  constructor(readonly alpha: Alpha) {}
}
class Plain {}

const codes = (definition: AppDefinition): string[] =>
  diagnose(app('units', definition)).diagnostics.map(({ code }) => code);

describe('units', () => {
  test('are named, with their services by name', () => {
    const { model } = scan(app('units', { units: { web: [Beta, Alpha], idle: [] } }));
    expect(model.units).toEqual({ idle: [], web: ['Alpha', 'Beta'] });
    expect(model.services.map(({ unit }) => unit)).toEqual(['web', 'web']);
  });

  test('an application may list nothing yet', () => {
    expect(scan(app('units', {})).model).toMatchObject({ units: { main: [] }, services: [] });
  });

  test('do not share services, nor reach into each other', () => {
    expect(codes({ units: { web: [Beta], jobs: [Alpha] } })).toEqual(['RMT1032']);
    expect(codes({ units: { web: [Beta, Alpha], jobs: [Alpha] } })).toContain('RMT1030');
    expect(codes({ services: [Alpha, Alpha] })).toEqual(['RMT1030']);
  });

  test('hold services and nothing else', () => {
    expect(codes({ services: [Plain] })).toEqual(['RMT1029']);
    expect(codes({ services: [undefined as unknown as Class] })).toEqual(['RMT1029']);
    expect(codes({ services: [Beta] })).toEqual(['RMT1028']);
    expect(codes({ services: [Alpha], units: { jobs: [Beta] } })).toContain('RMT1050');
  });

  test('have names that travel', () => {
    expect(codes({ units: { 'web unit': [Alpha] } })).toEqual(['RMT1046']);
    expect(codes({ units: JSON.parse('{"__proto__": []}') as Record<string, Class[]> })).toEqual(['RMT1046']);
  });
});
