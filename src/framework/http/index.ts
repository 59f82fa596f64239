export type { Authenticator } from './auth/authenticator.ts';
export { type DevTokenClaims, signDevToken } from './auth/dev-token.ts';
export { jwtAuthenticator } from './auth/jwt.ts';
export type { HttpLimits, HttpOptions, HttpServer } from './options.ts';
export { serveHttp } from './serve.ts';
