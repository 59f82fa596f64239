import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { componentEmbed, componentNew } from '@bytecodealliance/jco-transpile/wasm-tools';
import { greetings } from '../cli/greetings.ts';
import { type Project, project } from '../cli/project.ts';

/** Serves nothing that Remit knows. */
let stranger: Uint8Array;

beforeAll(async () => {
  const witSource =
    'package acme:greeter; interface hello { hello: func() -> string; } world greeter { export hello; }';
  stranger = await componentNew(await componentEmbed({ dummy: true, witSource, world: 'greeter' }), []);
});

const applicationOf = (environments: string): string => `import { app, sqlite } from 'remit';
import { Greeting } from './greeting.ts';

const acme = { ...sqlite(), provider: 'acme', component: new URL('./acme.wasm', import.meta.url) };

export default app('greetings', {
  services: [Greeting],
  environments: ${environments},
});
`;

const shipped = (): Uint8Array => readFileSync('dist/plugins/sql/sql.wasm');

function bound(wasm: Uint8Array | string | undefined, environments: string): Project {
  const app = project({ ...greetings, 'app.ts': applicationOf(environments) });
  if (wasm !== undefined) writeFileSync(join(app.folder, 'acme.wasm'), wasm);
  return app;
}

test('a plugin that does not export the interface of a resource', async () => {
  const { code, stderr } = await bound(stranger, '{ dev: { resources: [acme] } }').remit(['check']);
  expect(code).toBe(1);
  expect(stderr)
    .toBe(`error[RMT2002]: Environment dev binds visits to acme. Plugin acme cannot be used: it does not export remit:plugin/deploy@0.1.0; it exports acme:greeter/hello
  --> app.ts:8:19
   |
 8 |   environments: { dev: { resources: [acme] } },
   |                   ^^^
  note: Visits declares the keyValue resource visits
  --> greeting.ts:5:23
   |
 5 | export abstract class Visits extends keyValue('visits', Visit) {}
   |                       ^^^^^^
  why:  The first call of the resource would fail in production; it is refused at start instead.
  mend: resources: [sqlite().for(Visits)]   // or another plugin that exports the interface

1 error
`);
});

test('every environment is judged, or the one that is named', async () => {
  const app = bound(
    stranger,
    '{ dev: { resources: [sqlite()] }, test: { resources: [acme] }, prod: { resources: [acme] } }',
  );
  const all = await app.remit(['check']);
  expect(all.stderr.match(/^error\[RMT2002\]: Environment \w+/gm)).toEqual([
    'error[RMT2002]: Environment test',
    'error[RMT2002]: Environment prod',
  ]);
  expect((await app.remit(['check', '--env', 'dev'])).code).toBe(0);
  expect((await app.remit(['check', '--env', 'prod'])).stderr).toContain('1 error');
});

test('a provider that serves no resource is no binding', async () => {
  const app = bound(undefined, '{ dev: { resources: [sqlite(), { ...acme, resources: [] }] } }');
  expect((await app.remit(['check'])).stderr).not.toContain('RMT2009');
});

test.each([
  ['a file that is not there', undefined, 'RMT2009', 'cannot be read (ENOENT)'],
  ['a file that is not WebAssembly', 'hello', 'RMT2001', 'is not WebAssembly'],
  ['a core module', Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0), 'RMT2001', 'is a core module'],
])('%s', async (_, wasm, error, message) => {
  const { code, stderr } = await bound(wasm, '{ dev: { resources: [acme] } }').remit(['check']);
  expect(code).toBe(1);
  expect(stderr).toContain(`error[${error}]: Environment dev binds visits to acme. `);
  expect(stderr).toContain(message);
  expect(stderr).toContain('--> app.ts:8:19');
});

const withoutTools = {
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(
    `import { registerHooks } from 'node:module';
     registerHooks({ resolve(specifier, context, next) {
       if (specifier.startsWith('@bytecodealliance/')) throw new Error('not installed');
       return next(specifier, context);
     } });`,
  )}`,
};

test('the plugin that Remit ships is judged without tools for WIT', async () => {
  const { code, stdout } = await project(greetings).remit(['check'], withoutTools);
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('no mistakes') });
});

test('a contract that held is remembered: the next check needs no tools for WIT', async () => {
  const app = bound(shipped(), '{ dev: { resources: [acme] } }');
  const cold = await app.remit(['check'], withoutTools);
  expect(cold.code).toBe(3);
  expect(cold.stderr).toContain('error[RMT2006]');
  expect((await app.remit(['check'])).code).toBe(0);
  expect((await app.remit(['check'], withoutTools)).code).toBe(0);
});

test('a relative path of a component starts from the folder of the application, not from the working directory', async () => {
  const relative = applicationOf('{ dev: { resources: [acme] } }').replace(/new URL\(.*\)/, "'acme.wasm'");
  const inner = { ...greetings, 'app.ts': relative, 'package.json': '{ "type": "module" }' };
  const files = Object.entries(inner).map(([file, text]) => [`inner/${file}`, text]);
  const app = project(Object.fromEntries(files) as Record<string, string>);
  writeFileSync(join(app.folder, 'inner/acme.wasm'), shipped());
  expect(await app.remit(['check', 'inner/app.ts'])).toMatchObject({ code: 0, stderr: '' });
});
