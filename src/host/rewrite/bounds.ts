/** Module name of what every rewritten core module imports; shared by all modules of an instance. */
export const boundsModule = 'remit:bounds';

/** Called when fuel is below zero: grants more or throws. */
export const refuelName = 'refuel';

/** Mutable `i32` globals, in the order of their indices. */
export const boundNames = ['fuel', 'pages', 'entries', 'request', 'outcome', 'refused'] as const;

/** Raised whenever rewritten modules or prepared code change, so that cached ones are made anew. */
export const rewriterVersion = 3;

/** Instructions that may run in a row before they cost fuel; so one unit of fuel never buys more than these. */
export const freeInstructions = 128;
