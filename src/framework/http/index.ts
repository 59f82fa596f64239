export type { Authenticator } from './auth/authenticator.ts';
export type { HttpLimits, HttpOptions, HttpServer } from './options.ts';
export { serveHttp } from './serve.ts';
