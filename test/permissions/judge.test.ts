import { describe, expect, test } from '@jest/globals';
import type { AccessModel } from '../../src/model/index.ts';
import { admit, judge } from '../../src/permissions/index.ts';

const scoped: AccessModel = { kind: 'authenticated', scopes: ['a', 'b'] };
const actor = (...scopes: string[]) => ({ subject: 's', scopes });

describe('access of senders from outside', () => {
  test.each([
    [undefined, actor('a', 'b'), 'forbidden'],
    [undefined, undefined, 'forbidden'],
    [{ kind: 'public' }, undefined, 'allowed'],
    [{ kind: 'authenticated', scopes: [] }, undefined, 'unauthenticated'],
    [{ kind: 'authenticated', scopes: [] }, actor(), 'allowed'],
    [scoped, undefined, 'unauthenticated'],
    [scoped, actor('a'), 'forbidden'],
    [scoped, actor('ab'), 'forbidden'],
    [scoped, actor('b', 'c', 'a'), 'allowed'],
  ] as const)('%j for %j is %s', (access, who, verdict) => {
    expect(judge(access, who)).toBe(verdict);
  });

  test('as errors: 401, 403 with the scopes that are missing, whichever way the caller came', () => {
    expect(() => admit('A.x', scoped, undefined)).toThrow(
      expect.objectContaining({ code: 'RMT3027', status: 401 }),
    );
    expect(() => admit('A.x', scoped, actor('a'))).toThrow(
      expect.objectContaining({
        code: 'RMT3028',
        status: 403,
        message: 'The caller does not hold b.',
        details: { missing: ['b'] },
      }),
    );
    expect(() => admit('A.x', undefined, actor('a'))).toThrow('A.x is not reachable from outside.');
    expect(admit('A.x', scoped, actor('a', 'b'))).toBeUndefined();
  });
});
