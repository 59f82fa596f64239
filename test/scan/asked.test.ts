import { describe, expect, test } from '@jest/globals';
import { app, Event, Handles, Reply, Service } from '../../src/decorators/index.ts';
import { asks, type Class } from '../../src/interfaces/index.ts';
import { diagnose } from '../../src/scan/index.ts';

@Event()
class Check {}
@Reply()
class Yes {}
@Reply()
class No {}

/** What is said of an application in which `asker` is injected and Check is answered with `replies`. */
function judged(asker: Class, ...replies: readonly Class[]): string[] {
  @Service()
  class Answering {
    async check(): Promise<void> {}
  }
  const descriptor = Object.getOwnPropertyDescriptor(Answering.prototype, 'check');
  Handles(Check, { replies })(Answering.prototype, 'check', descriptor as never);
  @Service()
  class Asking {
    constructor(readonly need: unknown) {}
  }
  Reflect.defineMetadata('design:paramtypes', [asker], Asking);
  return diagnose(app('asking', { services: [Answering, Asking] })).diagnostics.map(
    ({ code, message }) => `${code} ${message}`,
  );
}

describe('what is asked', () => {
  abstract class Asks extends asks(Check, Yes, No) {}

  test('is answered with exactly the replies named, in any order', () => {
    expect(judged(Asks, No, Yes)).toEqual([]);
  });

  test('fewer or other replies are a mistake', () => {
    expect(judged(Asks, Yes)).toEqual([
      'RMT1039 Asks expects No and Yes of Check, but Answering.check answers with Yes.',
    ]);
  });

  test('no answer at all is one', () => {
    expect(judged(Asks)).toEqual(['RMT1040 Asks asks Check, and Answering.check answers with nothing.']);
  });
});
