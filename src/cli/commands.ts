import type { Command } from 'commander';

/** What each file in commands/ exports: the command's arguments, options, help and action. */
export interface CommandModule {
  /** Describes the command to commander; loads what the action needs inside the action, so that help stays fast. */
  configure(command: Command): void;
}

/** Every command with its line in `remit --help`; a module is loaded only when its command is used. */
export const commands: Readonly<Record<string, readonly [string, () => Promise<CommandModule>]>> = {
  dev: ['run an application and run it again on every change', () => import('./commands/dev.ts')],
  start: ['run an application in an environment', () => import('./commands/start.ts')],
  send: ['send an application an event', () => import('./commands/send.ts')],
  'dead-letters': [
    'list, replay and drop events that a handler failed for good',
    () => import('./commands/dead-letters.ts'),
  ],
  provision: ['create what the resources of an environment need', () => import('./commands/provision.ts')],
  check: ['find every mistake in an application', () => import('./commands/check.ts')],
  graph: ['draw who sends what to whom, and who touches what', () => import('./commands/graph.ts')],
  manifest: ['print the model of an application', () => import('./commands/manifest.ts')],
  policy: ['print the rights an application needs, and no more', () => import('./commands/policy.ts')],
  lock: ['rewrite remit.lock after names were removed on purpose', () => import('./commands/lock.ts')],
  plugin: ['write, build, inspect and test plugins', () => import('./commands/plugin.ts')],
};
