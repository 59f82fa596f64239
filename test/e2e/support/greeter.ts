/** A project as a user writes it: strict, with one resource, one route and a test. */
export const greeter = {
  'package.json': '{ "name": "greeter", "private": true, "type": "module" }',
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'es2023',
      lib: ['es2024', 'esnext.disposable'],
      module: 'nodenext',
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      experimentalDecorators: true,
      emitDecoratorMetadata: true,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
      skipLibCheck: false,
      types: ['node'],
      outDir: 'dist',
    },
    include: ['*.ts'],
  }),
  'app.ts': `import { Type } from 'class-transformer';
import { IsString, Length, ValidateNested } from 'class-validator';
import { app, env, Event, Get, Handles, keyValue, only, postgres, Public, Put, Reply, Service, sqlite } from 'remit';

export class Line {
  @IsString() @Length(1, 500) text!: string;
}

@Event()
export class SetGreeting {
  @IsString() @Length(1, 50) name!: string;
  @ValidateNested() @Type(() => Line) lines!: Line[];
}

@Event()
export class Greet {
  @IsString() @Length(1, 50) name!: string;
}

@Reply()
export class Greeting {
  @IsString() text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export abstract class Greetings extends keyValue('greetings', SetGreeting) {}
export abstract class GreetingReader extends only(Greetings, 'get') {}
export abstract class GreetingWriter extends only(Greetings, 'set') {}

@Service()
export class Greeter {
  @Put('/greetings/:name')
  @Public()
  @Handles(SetGreeting)
  async set(greeting: SetGreeting, greetings: GreetingWriter): Promise<void> {
    await greetings.set(greeting.name, greeting);
  }

  @Get('/greetings/:name')
  @Public()
  @Handles(Greet, { replies: [Greeting] })
  async greet({ name }: Greet, greetings: GreetingReader): Promise<Greeting> {
    const found = await greetings.get(name);
    return new Greeting(found?.lines[0]?.text ?? \`Hello, \${name}!\`);
  }
}

export default app('greeter', {
  services: [Greeter],
  environments: {
    dev: { resources: [sqlite()] },
    prod: { resources: [postgres({ url: env('DATABASE_URL') })] },
  },
});
`,
  'app.test.ts': `import { deepStrictEqual } from 'node:assert/strict';
import test from 'node:test';
import { testApp } from 'remit/testing';
import application, { Greet, SetGreeting } from './app.ts';

test('greets as it was told', async () => {
  await using greeter = await testApp(application);
  await greeter.send(SetGreeting, { name: 'ada', lines: [{ text: 'Good morning' }] });
  const { reply } = await greeter.send(Greet, { name: 'ada' });
  deepStrictEqual(reply?.body, { text: 'Good morning' });
});
`,
};
