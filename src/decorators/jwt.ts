import type { Variable } from './env.ts';

/** How bearer tokens are verified. */
export interface JwtDefinition {
  readonly kind: 'jwt';
  /** A PEM or JWK public key, or a shared secret of at least 32 bytes. */
  readonly key: Variable;
  readonly issuer?: string;
  readonly audience?: string;
}

/**
 * Verifies `Authorization: Bearer` tokens with a key from the environment. Scopes come from `scope` (a string of
 * words) or `scopes` (a list), the tenant from `tenant`.
 *
 * ```ts
 * auth: jwt({ key: env('ORDERS_JWT_KEY'), issuer: 'orders' })
 * ```
 */
export function jwt(options: Omit<JwtDefinition, 'kind'>): JwtDefinition {
  return { kind: 'jwt', ...options };
}
