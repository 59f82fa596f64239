import { relative } from 'node:path';
import type { Variables } from '../../framework/index.ts';
import type { Model } from '../../model/index.ts';
import type { ScannedApplication } from '../scan-application.ts';
import { curlLines } from './curl.ts';
import { Samples } from './sample.ts';
import { devToken } from './token.ts';

/** What `remit dev` shows when an application serves for the first time. */
export interface Welcome {
  readonly app: ScannedApplication;
  /** The application's file. */
  readonly file: string;
  readonly environment: string;
  readonly address: string;
  readonly variables: Variables;
  /** The variable whose key was made up for this run. */
  readonly madeUp: string | undefined;
}

const mostLines = 6;

/** The address, lines to paste for the routes, a token, and what else there is to type. */
export async function welcome(given: Welcome): Promise<string> {
  const { scanned } = given.app;
  const { model, code } = scanned;
  const samples = new Samples();
  const token = await devToken(scanned, given.environment, given.variables);
  const sample = (event: string) => samples.of(code.events.get(event) ?? class {});
  const lines = curlLines(model, { address: given.address, token, sample });
  return [
    `${model.name} (${given.environment}) serves at ${given.address}`,
    ...(lines.length > 0 ? ['', 'Try, in another terminal:', '', ...shown(lines)] : []),
    ...(given.madeUp ? ['', `${given.madeUp} is not set, so a key was made up for this run.`] : []),
    ...(token ? ['', 'A token that holds every scope, for twelve hours:', '', `  ${token}`] : []),
    '',
    'Edit a source and save it: the new version takes over when it serves. What else to type:',
    '',
    ...commands(given, sample).map((line) => `  ${line}`),
    '',
  ].join('\n');
}

function shown(lines: readonly string[]): string[] {
  const more = lines.length - mostLines;
  const first = lines.slice(0, mostLines).map((line) => `  ${line}`);
  return more > 0 ? [...first, `  … and ${more} more: remit graph shows them all`] : first;
}

function commands(given: Welcome, sample: (event: string) => object): string[] {
  const { model } = given.app.scanned;
  const file = relative('', given.file);
  const remit = process.env['REMIT_COMMAND'] ?? 'remit';
  const open = publicEvent(model);
  const prod = model.environments.find(({ name }) => name !== 'dev')?.name;
  return [
    ...(open ? [`${remit} send ${file} ${open} '${JSON.stringify(sample(open))}'`] : []),
    `${remit} check ${file}`,
    `${remit} graph ${file}`,
    ...(prod ? [`${remit} policy ${file} --env ${prod} --target postgres`] : []),
    `${remit} --help`,
  ];
}

function publicEvent({ services }: Model): string | undefined {
  const handlers = services.flatMap((service) => service.handlers);
  return handlers.find(({ access, routes }) => access?.kind === 'public' && routes[0]?.method === 'POST')
    ?.event;
}
