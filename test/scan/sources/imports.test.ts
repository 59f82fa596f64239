import { expect, test } from '@jest/globals';
import { project } from '../../cli/project.ts';

async function check(files: Readonly<Record<string, string>>): Promise<string> {
  const { code, stdout, stderr } = await project(files).remit(['check']);
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  return stderr;
}

const application = (name: string, file: string): string =>
  `import { app } from 'remit';\nimport { ${name} } from '${file}';\n\nexport default app('x', { services: [${name}] });\n`;

test('services that inject each other are shown the circle and told of events', async () => {
  const service = (name: string, other: string): string =>
    `import { Service } from 'remit';
import { ${other} } from './${other.toLowerCase()}.ts';

@Service()
export class ${name} {
  constructor(private readonly other: ${other}) {}
}
`;
  const text = await check({
    'app.ts': application('Ordering', './ordering.ts'),
    'ordering.ts': service('Ordering', 'Billing'),
    'billing.ts': service('Billing', 'Ordering'),
  });
  expect(text)
    .toBe(`error[RMT1080]: billing.ts needs Ordering before ordering.ts has declared it: billing.ts → ordering.ts → billing.ts.
  --> billing.ts:6:32
   |
 6 |   constructor(private readonly other: Ordering) {}
   |                                ^^^^^
  note: billing.ts imports Ordering from ordering.ts
  --> billing.ts:2:10
   |
 2 | import { Ordering } from './ordering.ts';
   |          ^^^^^^^^
  note: ordering.ts imports Billing from billing.ts
  --> ordering.ts:2:10
   |
 2 | import { Billing } from './billing.ts';
   |          ^^^^^^^
  why:  A decorator needs the class it names while its own module is still being read, and in a
        circle one of them does not exist yet: the application cannot even be imported.
  mend: Services that only tell each other something need not know each other. Send an event instead:

        constructor(private readonly told: Told) {}   // abstract class Told extends emits(SomethingHappened) {}

1 error
`);
});

test('a class in a circle of three files is to be moved; imports that only types use are no part of it', async () => {
  const text = await check({
    'app.ts': application('Ordering', './ordering.ts'),
    'ordering.ts': `import { Service } from 'remit';
import { Prices } from './prices.ts';

export class LineItem {}

@Service()
export class Ordering {
  constructor(private readonly prices: Prices) {}
}
`,
    'prices.ts': `import { Service } from 'remit';
import { rounded } from './rounded.ts';
import { Ordering } from './ordering.ts';

export function describe(ordering: Ordering) { return rounded(ordering); }

@Service()
export class Prices {}
`,
    'rounded.ts': `import { LineItem } from './ordering.ts';

export const rounded = (of: unknown) => of;
export const empty = new LineItem();
`,
  });
  expect(text)
    .toBe(`error[RMT1080]: rounded.ts needs LineItem before ordering.ts has declared it: rounded.ts → ordering.ts → prices.ts → rounded.ts.
  --> rounded.ts:4:22
   |
 4 | export const empty = new LineItem();
   |                      ^^^
  note: rounded.ts imports LineItem from ordering.ts
  --> rounded.ts:1:10
   |
 1 | import { LineItem } from './ordering.ts';
   |          ^^^^^^^^
  note: ordering.ts imports Prices from prices.ts
  --> ordering.ts:2:10
   |
 2 | import { Prices } from './prices.ts';
   |          ^^^^^^
  note: prices.ts imports rounded from rounded.ts
  --> prices.ts:2:10
   |
 2 | import { rounded } from './rounded.ts';
   |          ^^^^^^^
  why:  A decorator needs the class it names while its own module is still being read, and in a
        circle one of them does not exist yet: the application cannot even be imported.
  mend: Move LineItem into a file that does not import rounded.ts, and import it from there:

        import { LineItem } from './line-item.ts';

1 error
`);
});

test('missing files and packages are all told, with the file that was probably meant', async () => {
  const text = await check({
    'app.ts': `import { app } from 'remit';
import { A } from './a';
import { B } from './b.ts';
import c from '@no-such/package/deep';
import { Elided } from './types-only.ts';

const elided = (value: Elided) => value;
export default app('x', { services: [A, B, c, elided] });
`,
    'a.ts': 'export class A {}\n',
  });
  expect(text).toBe(`error[RMT1081]: There is no file ./a.
  --> app.ts:2:10
   |
 2 | import { A } from './a';
   |          ^
  why:  Nothing of the application runs when one of its modules cannot be found.
  mend: from './a.ts'

error[RMT1081]: There is no file ./b.ts.
  --> app.ts:3:10
   |
 3 | import { B } from './b.ts';
   |          ^
  why:  Nothing of the application runs when one of its modules cannot be found.
  mend: Create the file, or correct the path: it is relative to the importing file.

error[RMT1081]: There is no package @no-such/package/deep.
  --> app.ts:4:8
   |
 4 | import c from '@no-such/package/deep';
   |        ^
  why:  Nothing of the application runs when one of its modules cannot be found.
  mend: npm install @no-such/package

3 errors
`);
});

test('a name that is not exported, and one that is only a type', async () => {
  const text = await check({
    'app.ts': `import { app } from 'remit';
import { Order, Oder, Total as Sum } from './order.js';

export default app(String(Sum), { services: [Order, Oder] });
`,
    'order.ts': `export * from './total.ts';\nexport class Orders {}\nexport interface Order {}\n`,
    'total.ts': `export type Total = number;\n`,
  });
  expect(text).toBe(`error[RMT1082]: Order of ./order.js is only a type, and is imported as a value.
  --> app.ts:2:10
   |
 2 | import { Order, Oder, Total as Sum } from './order.js';
   |          ^^^^^
  why:  Modules are linked before they run, so one missing name stops the whole application.
        Interfaces and type aliases leave nothing behind that could be imported at run time.
  mend: import type { Order } from './order.js';

error[RMT1082]: ./order.js does not export Oder.
  --> app.ts:2:17
   |
 2 | import { Order, Oder, Total as Sum } from './order.js';
   |                 ^^^^
  why:  Modules are linked before they run, so one missing name stops the whole application.
        Interfaces and type aliases leave nothing behind that could be imported at run time.
  mend: import { Orders } from './order.js';

error[RMT1082]: Total of ./order.js is only a type, and is imported as a value.
  --> app.ts:2:23
   |
 2 | import { Order, Oder, Total as Sum } from './order.js';
   |                       ^^^^^
  why:  Modules are linked before they run, so one missing name stops the whole application.
        Interfaces and type aliases leave nothing behind that could be imported at run time.
  mend: import type { Total as Sum } from './order.js';

3 errors
`);
});

test('a name that Remit itself does not export', async () => {
  const text = await check({
    'app.ts': `import { app, Servce } from 'remit';\n\nexport default app('x', { services: [Servce] });\n`,
  });
  expect(text).toContain(`error[RMT1082]: remit does not export Servce.
  --> app.ts:1:15
   |
 1 | import { app, Servce } from 'remit';
   |               ^^^^^^
`);
});

test('syntax errors of all files', async () => {
  const text = await check({
    'app.ts': application('A', './a.ts').replace('export default', 'export defualt'),
    'a.ts': 'export class A {\n  constructor(private a: string {}\n}\n',
  });
  expect(text).toBe(`error[RMT1083]: Expected \`,\` or \`)\` but found \`{\`.
  --> a.ts:2:33
   |
 2 |   constructor(private a: string {}
   |                                 ^
  why:  A file that cannot be parsed cannot be run.
  mend: Correct the line: nothing after it could be read. Your editor and tsc --noEmit show the same place.

error[RMT1083]: Unexpected token.
  --> app.ts:4:8
   |
 4 | export defualt app('x', { services: [A] });
   |        ^^^^^^^
  why:  A file that cannot be parsed cannot be run.
  mend: Correct the line: nothing after it could be read. Your editor and tsc --noEmit show the same place.

2 errors
`);
});

test('an application that throws is shown its own frames only', async () => {
  const text = await check({
    'app.ts': `import { app } from 'remit';
import { services } from './services.ts';

export default app('x', { services: services() });
`,
    'services.ts': `interface Settings { readonly services: never[] }

export function services(settings?: Settings) {
  return settings!.services;
}
`,
  });
  expect(text)
    .toBe(`error[RMT1085]: services.ts threw TypeError: Cannot read properties of undefined (reading 'services').
  --> services.ts:4:20
   |
 4 |   return settings!.services;
   |                    ^^^^^^^^
  note: called from here
  --> app.ts:4:37
   |
 4 | export default app('x', { services: services() });
   |                                     ^^^^^^^^
  why:  Code at the top of a module and in decorators runs on import, before Remit can look at
        anything.
  mend: Move work that can fail into a handler or constructor: these run after the application was checked.

1 error
`);
});

test('a file that exports no application', async () => {
  const text = await check({ 'app.ts': `\nexport default { services: [] };\n` });
  expect(text)
    .toBe(`error[RMT1084]: app.ts exports something else by default; an application is what app() returns.
  --> app.ts:2:1
   |
 2 | export default { services: [] };
   | ^^^^^^
  why:  Remit starts from the default export, which app() makes: it names the services and
        environments.
  mend: import { app } from 'remit';

        export default app('orders', { services: [Ordering] });

1 error
`);
});
