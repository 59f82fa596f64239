import type { Rule } from './rule.ts';

/** Every rule. */
export const rules: readonly Rule[] = [];
