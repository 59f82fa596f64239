/** Module name of the globals that every rewritten core module imports, shared by all modules of an instance. */
export const boundsModule = 'remit:bounds';

/** Their names, in the order of their indices. All are mutable `i32`. */
export const boundNames = ['fuel', 'pages', 'entries', 'request', 'outcome', 'refused'] as const;

/** Raised whenever rewritten modules change, so that cached ones are made anew. */
export const rewriterVersion = 1;

/** What one loop round or function entry costs per started 64 instructions is one; so do 32 bytes of a bulk operation. */
export const instructionsPerFuel = 64;
