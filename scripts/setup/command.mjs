import { spawn } from 'node:child_process';
import { environment, root } from './paths.mjs';

/** A command of the set-up failed; the message is what a person should read. */
export class CommandFailed extends Error {}

/** Runs a command and keeps what it says to itself, unless it fails. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...environment, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => reject(new CommandFailed(`${command} cannot be run: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) return resolve(output);
      reject(
        new CommandFailed(`${output.trimEnd()}\n\n${[command, ...args].join(' ')} failed (exit ${code}).`),
      );
    });
  });
}

/** Runs a command in the open. Resolves with its exit code. */
export function show(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...environment, ...options.env },
      stdio: 'inherit',
    });
    child.on('error', (error) => reject(new CommandFailed(`${command} cannot be run: ${error.message}`)));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
