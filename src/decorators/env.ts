/** A value that an environment variable will hold when the application starts; never stored in the model. */
export interface Variable {
  readonly variable: string;
  /** Used when the variable is not set. */
  readonly fallback?: string;
}

/**
 * Names an environment variable. Read at start, and only by the environment that is started.
 *
 * ```ts
 * prod: { resources: [postgres({ url: env('DATABASE_URL') })] }
 * ```
 */
export function env(variable: string, fallback?: string): Variable {
  return fallback === undefined ? { variable } : { variable, fallback };
}
