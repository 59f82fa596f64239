import { expect, test } from '@jest/globals';
import { project } from '../../cli/project.ts';

const services = `import { Event, Handles, Public, Service, Post } from 'remit';
import { IsString } from 'class-validator';

@Event()
export class Greet { @IsString() name!: string }

@Service()
export class Greeting {
  @Post('/greet') @Public() @Handles(Greet)
  greet(event: Greet): void { void event; }
}
`;
const application = (file: string): string =>
  `import { app } from 'remit';\nimport { Greeting } from '${file}';\n\nexport default app('greetings', { services: [Greeting] });\n`;

/** Makes the compiler and the parser unavailable, as a production install does. */
const withoutTools = {
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(
    `import { registerHooks } from 'node:module';
     registerHooks({ resolve(specifier, context, next) {
       if (/^oxc-/.test(specifier)) throw Object.assign(new Error('not installed'), { code: 'MODULE_NOT_FOUND' });
       return next(specifier, context);
     } });`,
  )}`,
};

test('./x.ts and ./x.js both mean x.ts, and a file that is there wins', async () => {
  for (const specifier of ['./services.ts', './services.js']) {
    const { code, stdout } = await project({
      'app.ts': application(specifier),
      'services.ts': services,
    }).remit(['check']);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'greetings: 1 service, 1 event, 0 resources, no mistakes\n',
    });
  }
  const both = project({
    'app.ts': application('./services.js'),
    'services.ts': services,
    'services.js': 'export const other = 1;\n',
  });
  expect((await both.remit(['check'])).stderr).toContain('./services.js does not export Greeting');
});

test('what was compiled once needs no compiler and no parser', async () => {
  const greetings = project({ 'app.ts': application('./services.ts'), 'services.ts': services });
  const cold = await greetings.remit(['manifest'], withoutTools);
  expect(cold.code).toBe(3);
  expect(cold.stderr).toContain(
    'error[RMT1086]: The package oxc-transform, which compiles TypeScript, is not installed or does not load.',
  );

  const compiled = await greetings.remit(['manifest']);
  const warm = await greetings.remit(['manifest'], withoutTools);
  expect(compiled.code).toBe(0);
  expect(warm).toEqual(compiled);

  greetings.write('services.ts', services.replace("'/greet'", "'/hello'"));
  expect((await greetings.remit(['manifest'], withoutTools)).stderr).toContain('RMT1086');
  expect((await greetings.remit(['manifest'])).stdout).toContain('/hello');
});

test('compiled JavaScript needs neither, and then has no places', async () => {
  const built = project({
    'app.js': `import { app, Event, Handles, Post, Service } from 'remit';

class Greet {}
Event()(Greet);
class Greeting { greet() {} }
Handles(Greet)(Greeting.prototype, 'greet', Object.getOwnPropertyDescriptor(Greeting.prototype, 'greet'));
Post('/greet')(Greeting.prototype, 'greet');
Service()(Greeting);
export default app('greetings', { services: [Greeting] });
`,
  });
  const bare = await built.remit(['check', '--json'], withoutTools);
  const indexed = await built.remit(['check', '--json']);
  const places = ({ stdout }: { stdout: string }): unknown[] =>
    (JSON.parse(stdout) as { diagnostics: { place?: unknown }[] }).diagnostics.map(({ place }) => place);
  expect(places(bare).every((place) => place === undefined)).toBe(true);
  expect(bare.stderr).toBe('');
  expect(places(bare).length).toBeGreaterThan(0);
  expect(places(indexed).some((place) => place !== undefined)).toBe(true);
});

test('stack traces show the lines of the TypeScript file', async () => {
  const thrown = project({
    'app.ts': `import { app } from 'remit';

interface Ignored { readonly nothing: string }

@((target: object) => { throw new Error('from a decorator of ' + String((target as { name: string }).name)); })
class Broken {}

export default app('x', { services: [Broken] });
`,
  });
  const { stderr } = await thrown.remit(['check'], { REMIT_DEBUG: '1' });
  expect(stderr).toContain(
    'error[RMT1085]: app.ts threw Error: from a decorator of Broken.\n  --> app.ts:5:31',
  );
});
