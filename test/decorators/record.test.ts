import { describe, expect, test } from '@jest/globals';
import {
  app,
  Authenticated,
  Delete,
  Event,
  Get,
  Handles,
  isApplication,
  postgres,
  Public,
  readRecord,
  Service,
  sqlite,
  Uses,
} from '../../src/decorators/index.ts';
import { blobs, only } from '../../src/interfaces/index.ts';

abstract class Files extends blobs('files') {}
abstract class Reader extends only(Files, 'read') {}

@Event('parts.find')
class Find {}

@Service()
class Parent {
  constructor(@Uses(Reader) readonly files: unknown) {}

  @Get('/parts')
  @Public()
  @Handles(Find)
  async find(_find: Find, @Uses(Files, 'list') _files: unknown): Promise<void> {}

  @Handles(Find)
  static async find(_find: Find): Promise<void> {}
}

@Service('child')
class Child extends Parent {
  @Delete('/parts', { status: 202 })
  @Authenticated('parts:delete')
  override async find(): Promise<void> {}
}

describe('a class’s record', () => {
  test('holds what its own decorators said', () => {
    const record = readRecord(Parent)!;
    expect(record.services).toEqual([{}]);
    expect(record.methods.get('find')).toEqual({
      name: 'find',
      static: false,
      handles: [{ event: Find, options: {} }],
      routes: [{ method: 'GET', path: '/parts', options: {} }],
      schedules: [],
      access: [{ kind: 'public' }],
    });
    expect(record.uses).toEqual([
      { method: 'find', static: false, index: 1, token: Files, operations: ['list'] },
      { static: false, index: 0, token: Reader, operations: [] },
    ]);
  });

  test('keeps static methods apart from those of the same name', () => {
    expect(readRecord(Parent)?.methods.get('static find')).toMatchObject({ name: 'find', static: true });
  });

  test('is not shared with a subclass', () => {
    expect(readRecord(Child)?.methods.get('find')).toMatchObject({
      handles: [],
      routes: [{ method: 'DELETE', options: { status: 202 } }],
      access: [{ kind: 'authenticated', scopes: ['parts:delete'] }],
    });
    expect(readRecord(Parent)?.methods.get('find')?.routes).toHaveLength(1);
    expect(readRecord(class extends Child {})).toBeUndefined();
  });

  test('is no enumerable member, and a plain class has none', () => {
    expect(Object.keys(Parent)).toEqual([]);
    expect(readRecord(class {})).toBeUndefined();
  });
});

describe('an application', () => {
  test('is known by its brand and frozen', () => {
    const made = app('parts', { services: [Parent] });
    expect(isApplication(made)).toBe(true);
    expect(isApplication({ name: 'parts', definition: {} })).toBe(false);
    expect(isApplication(null)).toBe(false);
    expect(Object.isFrozen(made)).toBe(true);
  });
});

describe('providers', () => {
  test('serve all that is left, or the resources they are made for', () => {
    expect(sqlite()).not.toHaveProperty('resources');
    expect(sqlite().for(Files, Reader).resources).toEqual(['files', 'files']);
  });

  test('hold variables and never their values', () => {
    const { connector } = postgres({ url: { variable: 'DATABASE_URL' } });
    expect(connector).toEqual({ kind: 'postgres', url: { variable: 'DATABASE_URL' }, schema: 'remit' });
  });
});
