import { expect, test } from '@jest/globals';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';
import { curlLines } from '../../../src/cli/welcome/curl.ts';
import { Samples } from '../../../src/cli/welcome/sample.ts';
import type { AccessModel, HttpMethod, Model } from '../../../src/model/index.ts';

class Place {
  @IsUUID() id!: string;
  @IsInt() @Min(3) quantity!: number;
  @IsOptional() @IsString() note?: string;
}
class Find {
  @IsUUID() id!: string;
  @IsInt() page!: number;
}
class Rename {
  @IsUUID() id!: string;
  @IsString() @MinLength(6) name!: string;
  @IsEmail() by!: string;
  @IsIn(["it's", 'no']) why!: string;
}

const handler = (event: string, method: HttpMethod, path: string, access: AccessModel) => ({
  name: `Shop.${event}`,
  method: event,
  event,
  replies: [],
  access,
  routes: [{ method, path, parameters: [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '') }],
  schedules: [],
  needs: [],
  timeout: 1,
  retries: 0,
});

const open: AccessModel = { kind: 'public' };
const model: Model = {
  format: 1,
  name: 'shop',
  units: {},
  services: [
    {
      name: 'Shop',
      class: 'Shop',
      unit: 'main',
      formerly: [],
      needs: [],
      handlers: [
        handler('Find', 'GET', '/orders/:id', open),
        handler('Rename', 'PATCH', '/orders/:id', { kind: 'authenticated', scopes: ['a'] }),
        handler('Place', 'POST', '/orders', open),
      ],
    },
  ],
  events: [],
  resources: [],
  environments: [],
};

const classes = { Place, Find, Rename };

function lines(token?: string): string[] {
  const samples = new Samples();
  const sample = (event: string) => samples.of(classes[event as keyof typeof classes]);
  return curlLines(model, { address: 'http://localhost:3000', token, sample });
}

test('one line a route, what makes something first, and one id in all of them', () => {
  const [post = '', get = '', patch = ''] = lines();
  const id = /"id":"([0-9a-f-]{36})"/.exec(post)?.[1];
  expect(post).toBe(
    `curl -X POST http://localhost:3000/orders -H 'content-type: application/json' -d '{"id":"${id}","quantity":3}'`,
  );
  expect(get).toBe(`curl 'http://localhost:3000/orders/${id}?page=1'`);
  expect(patch).toContain(`http://localhost:3000/orders/${id} -H "authorization: Bearer $TOKEN"`);
  expect(patch).toContain(String.raw`"why":"it'\''s"`);
});

test('the token is sent only where it is asked for', () => {
  const [post, get, patch] = lines('abc.def');
  expect(patch).toContain("-H 'authorization: Bearer abc.def'");
  expect(`${post}${get}`).not.toContain('authorization');
});

test.each([Place, Find, Rename])('a sample of %p is valid', (payload) => {
  const instance = Object.assign(new payload(), new Samples().of(payload));
  expect(validateSync(instance)).toEqual([]);
});
