import { describe, expect, test } from '@jest/globals';
import { IsUUID } from 'class-validator';
import { app, Event, Handles, Reply, Service, Uses } from '../../src/decorators/index.ts';
import { blobs, type Class, emits, keyValue, only } from '../../src/interfaces/index.ts';
import { diagnose } from '../../src/scan/index.ts';

const codes = (...services: readonly Class[]): string[] =>
  diagnose(app('test', { services })).diagnostics.map(({ code }) => code);

abstract class Files extends blobs('files') {}

@Event()
class Tick {}

describe('what is found where no sources are at hand', () => {
  test('a rest parameter of a constructor and of a method', () => {
    @Service()
    class Resting {
      readonly files: readonly Files[];
      constructor(...files: Files[]) {
        this.files = files;
      }
      @Handles(Tick)
      async tick(_tick: Tick, ..._files: Files[]): Promise<void> {}
    }
    expect(codes(Resting)).toEqual(['RMT1037', 'RMT1037']);
  });

  test('a parameter with a default is no rest parameter', () => {
    @Service()
    class Defaulting {
      readonly files: Files | undefined;
      constructor(files: Files = undefined as unknown as Files) {
        this.files = files;
      }
    }
    expect(codes(Defaulting)).toEqual([]);
  });

  test('members of an injectable class, its own and its parents’', () => {
    abstract class WithMethod extends blobs('more') {
      all(): void {}
    }
    abstract class WithStatic extends only(Files, 'read') {
      static readonly limit = 3;
    }
    abstract class Derived extends WithMethod {}
    @Service()
    class Using {
      constructor(
        readonly one: Derived,
        readonly two: WithStatic,
      ) {}
    }
    expect(codes(Using)).toEqual(['RMT1033', 'RMT1033']);
  });

  test('a payload without rules; one without properties is fine', () => {
    @Event()
    class Bare {
      id!: string;
    }
    @Event()
    class Built {
      constructor(readonly id: string) {}
    }
    @Service()
    class Handling {
      @Handles(Bare) async bare(_bare: Bare): Promise<void> {}
      @Handles(Built) async built(_built: Built): Promise<void> {}
      @Handles(Tick) async tick(_tick: Tick): Promise<void> {}
    }
    expect(codes(Handling)).toEqual(['RMT1023', 'RMT1023']);
  });

  test('a reply may have no rules, and one that has some has them for all', () => {
    @Reply()
    class Open {
      constructor(readonly id: string) {}
    }
    @Reply()
    class Half {
      @IsUUID() id!: string;
      constructor(readonly more: string) {}
    }
    @Service()
    class Answering {
      @Handles(Tick, { replies: [Open, Half] }) async tick(_tick: Tick): Promise<Open | Half> {
        return new Open('1');
      }
    }
    expect(codes(Answering)).toEqual(['RMT4031']);
  });

  test('rules that a payload inherits count', () => {
    class Base {
      @IsUUID() id!: string;
    }
    @Event()
    class Sub extends Base {}
    @Service()
    class Handling {
      @Handles(Sub) async handle(_sub: Sub): Promise<void> {}
    }
    const { diagnostics, scanned } = diagnose(app('test', { services: [Handling] }));
    expect(diagnostics).toEqual([]);
    expect(scanned?.model.events.find(({ name }) => name === 'Sub')?.properties).toEqual(['id']);
  });

  test('an inherited constructor and handler, and an override that drops its decorator', () => {
    @Service()
    class Parent {
      constructor(readonly files: Files) {}
      @Handles(Tick) async tick(_tick: Tick): Promise<void> {}
    }
    @Service()
    class Inheriting extends Parent {}
    @Service()
    class Overriding extends Parent {
      // oxlint-disable-next-line no-useless-constructor -- Remit asks for the needs to be stated again
      constructor(files: Files) {
        super(files);
      }
      override async tick(_tick: Tick): Promise<void> {}
    }
    expect(codes(Inheriting).toSorted()).toEqual(['RMT1034', 'RMT1035']);
    expect(codes(Overriding)).toEqual(['RMT1036']);
  });

  test('stating them again is what is asked for', () => {
    class Parent {
      constructor(readonly files: Files) {}
      async tick(_tick: Tick): Promise<void> {}
    }
    @Service()
    class Stating extends Parent {
      // oxlint-disable-next-line no-useless-constructor -- Remit asks for the needs to be stated again
      constructor(files: Files) {
        super(files);
      }
      @Handles(Tick) override async tick(tick: Tick): Promise<void> {
        await super.tick(tick);
      }
    }
    expect(codes(Stating)).toEqual([]);
  });

  test('classes that are not there, as after a circular import', () => {
    const missing = undefined as unknown as Class;
    abstract class Sends extends emits(missing) {}
    abstract class Values extends keyValue('values', missing) {}
    @Service()
    class Lost {
      constructor(
        readonly sends: Sends,
        readonly values: Values,
        @Uses(missing) readonly other: unknown,
      ) {}
      @Handles(missing) async handle(): Promise<void> {}
    }
    expect(codes(Lost, missing).toSorted()).toEqual(['RMT1001', 'RMT1009', 'RMT1023', 'RMT1029']);
  });
});
