import { expect, test } from '@jest/globals';
import { assert, nat, property, string } from 'fast-check';
import { type Diagnostic, diagnosticsJson, renderDiagnostics } from '../../src/errors/index.ts';

const source: Readonly<Record<string, readonly string[]>> = {
  'src/billing.ts': ['', '', '  @Handles(PlaceOrder)', '  charge(order: PlaceOrder) {}'],
  'src/ordering.ts': ['', '\t@Handles(PlaceOrder)', `\t${'x'.repeat(200)}`],
};

const line = ({ file, line: number }: { file: string; line: number }): string | undefined =>
  source[file]?.[number - 1];

const twice: Diagnostic = {
  code: 'RMT1003',
  message: 'PlaceOrder is handled by Ordering.place and by Billing.charge.',
  place: { file: 'src/ordering.ts', line: 2, column: 2 },
  related: [{ message: 'also handled here', place: { file: 'src/billing.ts', line: 4, column: 3 } }],
  mend: "@Event({ processors: 'many' })\nexport class PlaceOrder {}",
};

const elsewhere: Diagnostic = {
  code: 'RMT1002',
  message: 'Nobody handles PlaceOrder.',
  place: { file: 'src/billing.ts', line: 3, column: 3 },
  mend: '',
};

test('a diagnostic shows what, where, why and how to mend it', () => {
  expect(renderDiagnostics([twice], { line, width: 80 })).toBe(
    `error[RMT1003]: PlaceOrder is handled by Ordering.place and by Billing.charge.
  --> src/ordering.ts:2:2
   |
 2 | \t@Handles(PlaceOrder)
   | \t^^^^^^^^
  note: also handled here
  --> src/billing.ts:4:3
   |
 4 |   charge(order: PlaceOrder) {}
   |   ^^^^^^
  why:  Each of them would run, so work meant to be done once would be done
        twice: an event has exactly one processor unless it says otherwise.
  mend: @Event({ processors: 'many' })
        export class PlaceOrder {}

1 error
`,
  );
});

test('diagnostics come by file and line, and the summary counts them', () => {
  const nowhere: Diagnostic = { code: 'RMT6002', message: 'No application.', mend: 'remit check app.ts' };
  const text = renderDiagnostics([twice, elsewhere, nowhere], { line });
  expect([...text.matchAll(/^error\[(\w+)\]/gm)].map(([, code]) => code)).toEqual([
    'RMT6002',
    'RMT1002',
    'RMT1003',
  ]);
  expect(text.endsWith('\n\n3 errors\n')).toBe(true);
});

test('no diagnostics are no text', () => {
  expect(renderDiagnostics([], { line })).toBe('');
});

test('a line that is too long or unknown is left out, and its place stays', () => {
  const long = { ...elsewhere, place: { file: 'src/ordering.ts', line: 3, column: 2 } };
  const unknown = { ...elsewhere, place: { file: 'gone.ts', line: 9, column: 1 } };
  const text = renderDiagnostics([long, unknown], { line });
  expect(text).toContain('--> src/ordering.ts:3:2\n  why:');
  expect(text).toContain('--> gone.ts:9:1\n  why:');
});

test('files are written as the terminal can open them', () => {
  expect(renderDiagnostics([elsewhere], { line, path: (file) => `orders/${file}` })).toContain(
    '--> orders/src/billing.ts:3:3',
  );
});

test('what an application throws cannot steer the terminal', () => {
  const thrown = { ...elsewhere, message: 'a\u001b[2Jb\u009b1mc\rd', mend: 'x\u0007\ny', place: undefined };
  const text = renderDiagnostics([thrown], { line });
  expect(text).toContain('error[RMT1002]: a\ufffd[2Jb\ufffd1mc\ufffdd\n');
  expect(text).toContain('  mend: x\ufffd\n        y\n');
});

test('colours only mark: without them the text is the same', () => {
  assert(
    property(string(), string(), nat(5), nat(5), (message, mend, number, column) => {
      const place = { file: 'src/billing.ts', line: number + 1, column: column + 1 };
      const [diagnostic] = [{ ...elsewhere, message: message.replaceAll('\u001b', ''), mend, place }];
      const coloured = renderDiagnostics([diagnostic], { line, colour: true });
      // oxlint-disable-next-line no-control-regex -- ANSI escapes begin with a control character
      const bare = coloured.replaceAll(/\u001b\[[\d;]*m/g, '');
      expect(bare).toBe(renderDiagnostics([diagnostic], { line }));
    }),
  );
});

test('machines get the same in the same order, with severity, title and why', () => {
  const { diagnostics } = diagnosticsJson([twice, elsewhere]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['RMT1002', 'RMT1003']);
  expect(diagnostics[1]).toEqual({
    code: 'RMT1003',
    severity: 'error',
    title: 'An event that needs one processor has several',
    message: twice.message,
    place: twice.place,
    why: expect.stringContaining('exactly one processor'),
    mend: twice.mend,
    related: twice.related,
  });
  expect(diagnostics[0]?.related).toEqual([]);
});
