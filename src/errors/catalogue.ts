import type { Entry } from './entry.ts';
import { cliErrors } from './catalogue/cli.ts';
import { hostErrors } from './catalogue/host.ts';
import { httpErrors } from './catalogue/http.ts';
import { policyErrors } from './catalogue/policy.ts';
import { runErrors } from './catalogue/run.ts';
import { scanErrors } from './catalogue/scan.ts';

const table = {
  ...scanErrors,
  ...hostErrors,
  ...runErrors,
  ...httpErrors,
  ...policyErrors,
  ...cliErrors,
};

/** A stable diagnostic code, such as `RMT1001`. */
export type Code = keyof typeof table;

/** Every code Remit can report, with its wording. */
export const catalogue: Readonly<Record<Code, Entry>> = table;
