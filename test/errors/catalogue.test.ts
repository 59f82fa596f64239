import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { catalogue, type Code } from '../../src/errors/index.ts';
// @ts-expect-error -- a script without types
import { errorsDoc } from '../../scripts/errors-doc.mjs';

const document = readFileSync('docs/errors.md', 'utf8');
const codes = Object.keys(catalogue) as Code[];

test('docs/errors.md is what the catalogue makes (node scripts/errors-doc.mjs)', () => {
  expect(document).toBe((errorsDoc as (from: typeof catalogue) => string)(catalogue));
});

test('docs/errors.md documents every code of the catalogue once, and no other', () => {
  const documented = [...document.matchAll(/^### (.+)$/gm)].map(([, code]) => code);
  expect(documented).toEqual(codes.toSorted());
});

test('every code says what is wrong in one line, and why it matters', () => {
  for (const code of codes) {
    const { title, why } = catalogue[code];
    expect({ code, title, why }).toMatchObject({
      code: expect.stringMatching(/^RMT[1-6]\d{3}$/),
      title: expect.stringMatching(/^\S[^\n]*[^.\s]$/),
      why: expect.stringMatching(/^[A-Z`].{10,}[^\s]$/),
    });
    expect(`${title} ${why}`).not.toMatch(/placeholder/i);
  }
});

test('no two codes have the same title', () => {
  const titles = codes.map((code) => catalogue[code].title);
  expect(new Set(titles).size).toBe(titles.length);
});
