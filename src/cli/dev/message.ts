/** Why a process could not start: a mistake in the application, or something around it such as a port in use. */
export type Refusal = 'application' | 'surroundings';

/** What a process under `remit dev` tells the supervisor. */
export type Message =
  /** The application's own modules, loaded so far. */
  | { readonly kind: 'files'; readonly files: readonly string[] }
  /** It serves; `welcome` is for people, and shown for the first process only. */
  | { readonly kind: 'serving'; readonly welcome: string }
  /** It has said on stderr what is wrong, and ends. */
  | { readonly kind: 'refused'; readonly because: Refusal };
