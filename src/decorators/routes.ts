import type { HttpMethod } from '../model/index.ts';
import { methodRecord, type RouteOptions } from './record.ts';

/** Sends the handler's event when the route is called; path parameters become properties of the payload. */
export type RouteDecorator = (path: string, options?: RouteOptions) => MethodDecorator;

function route(method: HttpMethod): RouteDecorator {
  return (path, options = {}) =>
    (target, property) => {
      methodRecord(target, property).routes.push({ method, path, options });
    };
}

/** `@Get('/orders/:id')`: the payload comes from path and query. */
export const Get: RouteDecorator = route('GET');
/** `@Post('/orders')`: the payload is the JSON body, with the path's parameters. */
export const Post: RouteDecorator = route('POST');
/** `@Put('/orders/:id')`: the payload is the JSON body, with the path's parameters. */
export const Put: RouteDecorator = route('PUT');
/** `@Patch('/orders/:id')`: the payload is the JSON body, with the path's parameters. */
export const Patch: RouteDecorator = route('PATCH');
/** `@Delete('/orders/:id')`: the payload comes from path and query. */
export const Delete: RouteDecorator = route('DELETE');
