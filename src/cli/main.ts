#!/usr/bin/env node
// Old versions of Node must be able to read this file: it imports nothing before the version is known.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 24 || (major === 24 && minor >= 21)) {
  const { run } = await import('./run.ts');
  process.exitCode = await run(process.argv.slice(2));
} else {
  process.stderr.write(
    `error[RMT6001]: Remit needs Node.js 24.21 or newer, and this is ${process.versions.node}. Get one from https://nodejs.org.\n`,
  );
  process.exitCode = 2;
}
