// Parses and runs on Node 12, so that an old Node meets one clear sentence. Everything else is loaded after the check.
const oldest = 18;

if (Number(process.versions.node.split('.')[0]) < oldest) {
  console.error(
    'Remit sets itself up with Node ' +
      oldest +
      ' or newer and this is Node ' +
      process.versions.node +
      ': install a newer one (https://nodejs.org) and run the same command again.',
  );
  process.exitCode = 1;
} else {
  void import('./setup/main.mjs').then(({ main }) => main(process.argv.slice(2)));
}
