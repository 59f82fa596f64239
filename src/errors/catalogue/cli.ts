import { type Entry, problem } from '../entry.ts';

/** RMT6xxx. */
export const cliErrors = {
  RMT6001: problem(
    'This Node.js is too old',
    'Remit runs plugins on WebAssembly features that came with Node.js 24.21, and stores events with its SQLite.',
  ),
  RMT6002: problem(
    'No application was named and none was found',
    'Without a file to start from there is nothing to read. When none is named, app.ts and src/app.ts are tried, then app.js, src/app.js and dist/app.js.',
  ),
  RMT6003: problem(
    'There is no such command',
    'A word that is not understood is refused, so that a typing error never does something else than was meant.',
  ),
  RMT6004: problem(
    'A command was given arguments or options that it does not know',
    'An option that is not understood, or that another one contradicts, is refused rather than ignored: what it was to change would silently stay as it is.',
  ),
  RMT6005: problem(
    'The application has no such environment',
    'An environment says what serves the resources, so a wrong name cannot be replaced by a guess.',
  ),
  RMT6007: problem(
    'A command was not given all that it needs',
    'What is missing decides what is touched, such as which environment, so there is no default that could be meant.',
  ),
  RMT6008: problem(
    'What was named is no file of code',
    'Every command starts from the TypeScript or JavaScript file that exports the application.',
  ),
  RMT6010: problem(
    'remit.lock does not hold all names of the application',
    'Names of events and services live on in stored events, inboxes and roles. The lock is how a later rename is noticed, so it is committed together with the code that adds a name.',
  ),
  RMT6011: problem(
    'remit.lock cannot be read',
    'Without the names it holds, a rename that loses stored events would go unnoticed.',
  ),
  RMT6012: problem('A file cannot be written', 'The command has nowhere to leave its result.'),
  RMT6039: problem(
    'Remit failed',
    'This is a mistake in Remit, not in the application. The stack trace is shown when REMIT_DEBUG=1 is set.',
  ),
  RMT6040: problem(
    'The package that draws SVG is not installed',
    'Graphviz is large and only `remit graph --svg` needs it, so it is left to whoever wants pictures. Mermaid text needs nothing.',
  ),
  RMT6041: problem('The port is not a number from 0 to 65535', 'There is nothing to listen on.'),
  RMT6042: problem(
    'The token cannot be judged',
    'The key that verifies tokens is in a variable that is not set here, and a caller whose token nobody verified is not let in.',
  ),
  RMT6043: problem(
    'The payload is not JSON',
    'An event is sent with a JSON object that holds its properties.',
  ),
  RMT6044: problem(
    'There is no such dead letter',
    'It was replayed or dropped by now, or belongs to the event log of another folder: REMIT_DATA names the one that is looked at.',
  ),
  RMT6050: problem(
    'The application left an error uncaught',
    'A promise that is rejected while nobody awaits it, or a throw in a timer or an event listener, reaches no handler that could fail. Nobody knows what state it left behind, so what runs is finished, for at most ten seconds, and the process ends with 3. `remit dev` starts it again.',
  ),
  RMT6060: problem(
    'The folder of a new plugin is there already',
    'A new plugin never writes over files. Choose another name, or another folder with --folder.',
  ),
  RMT6061: problem(
    'A plugin cannot have this name',
    'The name becomes that of a folder, of a file and of a provider in the model.',
  ),
} as const satisfies Record<string, Entry>;
