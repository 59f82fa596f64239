import type { FastifyRequest } from 'fastify';
import { RemitError } from '../../errors/index.ts';
import type { RouteModel } from '../../model/index.ts';
import type { Payload } from '../../validation/index.ts';

type Values = Record<string, unknown>;

/** Makes the payload of a request. */
export type Input = (request: FastifyRequest) => object;

/** Compiles how a route's payload comes out of path, query and body. */
export function compileInput(route: RouteModel, payload: Payload): Input {
  const bodiless = route.method === 'GET' || route.method === 'DELETE';
  return bodiless ? fromQuery(route.parameters, payload) : fromBody(route.parameters, payload);
}

function fromQuery(parameters: readonly string[], payload: Payload): Input {
  return ({ query, params }) => {
    const values = query as Values;
    const path = params as Readonly<Record<string, string>>;
    for (const name of parameters) {
      if (Object.hasOwn(values, name) && values[name] !== path[name]) throw contradiction('query', name);
      values[name] = path[name];
    }
    return payload.parseText(values);
  };
}

function fromBody(parameters: readonly string[], payload: Payload): Input {
  if (parameters.length === 0) return ({ body }) => payload.parse(body === undefined ? {} : body);
  return ({ body, params }) => {
    const values = (body === undefined ? {} : body) as Values;
    if (typeof values !== 'object' || (values as unknown) === null || Array.isArray(values))
      return payload.parse(values);
    const path = params as Readonly<Record<string, string>>;
    for (const name of parameters) {
      const text = path[name] ?? '';
      const value = payload.fromText(name, text);
      if (Object.hasOwn(values, name) && !isSame(values[name], value, text))
        throw contradiction('body', name);
      values[name] = value;
    }
    return payload.parse(values);
  };
}

function isSame(named: unknown, value: unknown, text: string): boolean {
  if (named === value || named === text) return true;
  return value instanceof Date && typeof named === 'string' && Date.parse(named) === value.getTime();
}

function contradiction(part: string, name: string): RemitError {
  return new RemitError('RMT4007', `The ${part} names another ${name} than the path.`);
}
