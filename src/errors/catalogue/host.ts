import { type Entry, problem } from '../entry.ts';

/** RMT2xxx. */
export const hostErrors = {
  RMT2001: problem(
    'A plugin file is not a WebAssembly component',
    'Only components state what they import and export, so only they can be checked and confined. A core module is not one.',
  ),
  RMT2002: problem(
    'A plugin does not export an interface that is needed',
    'The first call of the resource would fail in production; it is refused at start instead.',
  ),
  RMT2003: problem(
    'A plugin exports an interface in another version or with other signatures',
    'Values would be read in a shape they were not written in. Build the plugin against the WIT of this version of Remit.',
  ),
  RMT2004: problem(
    'A plugin imports an interface that is not offered to it',
    'A plugin reaches the outside only through the connectors it was granted.',
  ),
  RMT2005: problem(
    'A plugin imports an offered interface with other signatures',
    'Values would be read in a shape they were not written in. Build the plugin against the WIT of this version of Remit.',
  ),
  RMT2006: problem(
    'The transpiler for plugins is not installed',
    'The plugin that Remit ships needs none. Any other needs it for its first start or check, so start once where it is installed and ship .remit/cache along.',
  ),
  RMT2007: problem(
    'A plugin contains code that cannot be bounded',
    'Time and memory are bounded by rewriting the code. Threads, garbage-collected objects, exceptions and 64-bit memories escape that.',
  ),
  RMT2008: problem(
    'The cache of plugins cannot be written',
    'Without it every start would transpile every plugin again, and a machine without the transpiler could not start.',
  ),
  RMT2009: problem(
    'A plugin file cannot be read',
    'Without its plugin a resource cannot be served, so nothing is started.',
  ),
  RMT2010: problem(
    'A plugin used up its fuel',
    'Fuel bounds what one call may compute, so that a plugin that never ends cannot stop the application. The instance was discarded.',
    503,
  ),
  RMT2011: problem(
    'A plugin wanted more memory than it may have',
    'The bound keeps one plugin from taking the memory of the whole application. The instance was discarded.',
    503,
  ),
  RMT2012: problem(
    'A plugin did not answer in time',
    'Nothing may wait without end. The instance was discarded; whether its last outside call took effect is not known.',
    504,
  ),
  RMT2013: problem(
    'A plugin failed in a way its interface does not know',
    'After a trap the state inside cannot be trusted, so the instance was discarded.',
  ),
  RMT2014: problem(
    'A plugin or its host passed a value of the wrong type',
    'The value does not fit the interface, so the state inside cannot be trusted. The instance was discarded.',
  ),
  RMT2015: problem(
    'A plugin nested its calls too deeply',
    'The stack is bounded, and after an overflow the state inside cannot be trusted. The instance was discarded.',
  ),
  RMT2020: problem(
    'A plugin was called after it was closed',
    'The application is stopping: running calls are finished, new ones refused.',
    503,
  ),
  RMT2021: problem(
    'Too many calls wait for a plugin',
    'A queue without end would only turn overload into latency and lost memory. Raise `instances`, or send less.',
    503,
  ),
  RMT2030: problem(
    'A plugin asked the system for what it was not granted',
    'Environment, files, clocks, network and exit are closed to plugins unless a binding grants them.',
  ),
  RMT2050: problem(
    'A database file cannot be opened',
    'The folder is missing, or the process may not write there; nothing could be kept.',
  ),
  RMT2051: problem(
    'A database file is damaged, or is no database',
    'Reading on could hand out wrong data. Restore the file from a copy, or move it away to start afresh.',
  ),
  RMT2052: problem(
    'A database is locked by another process',
    'The lock was waited for and stayed. Nothing was written; the same call may succeed later.',
    503,
  ),
  RMT2053: problem(
    'A database server cannot be reached',
    'Nothing was sent, so nothing was done; the same call may succeed when the server is back.',
    503,
  ),
  RMT2054: problem(
    'A database server refused the login',
    'User, password, role or database are not what the server knows. Trying again would not help.',
  ),
  RMT2055: problem(
    'A database denied an operation',
    'The role lacks a right the operation needs. Compare what it holds with what `remit policy` prints.',
  ),
  RMT2056: problem(
    'A resource was not provisioned',
    'Its table or its functions are not in the database. The owner of the database provisions, before anything is served.',
  ),
  RMT2057: problem(
    'A stored value is not what the operation takes it for',
    'A counter holds a whole number between -(2^53 - 1) and 2^53 - 1. Nothing was changed.',
    409,
  ),
  RMT2058: problem(
    'A database is too busy',
    'Connections, waiting calls and the time of a statement are bounded, so that a slow database does not stop all else.',
    503,
  ),
  RMT2059: problem(
    'A database failed',
    'The database answered with an error that says nothing about the application; the cause is in the log.',
  ),
  RMT2070: problem(
    'The disk of a database is full',
    'Nothing was changed. It works again as soon as there is room.',
    503,
  ),
  RMT2060: problem(
    'The connection to a database broke while it worked',
    'Whether the operation took effect is not known. Reads are repeated when that is safe; writes never are.',
    503,
  ),
  RMT2061: problem(
    'A plugin ran a statement that its deploy face does not declare',
    'What a plugin does and what the policy allows must not drift apart, so the statement was not run.',
  ),
  RMT2062: problem(
    'A deploy face answered with something that is no grant',
    'Policies are made of these answers; a wrong one would grant what nobody asked for.',
  ),
  RMT2063: problem(
    'A plugin reported a failure',
    'The plugin could not do what it was asked, and no connector call had failed before.',
  ),
  RMT2064: problem(
    'A plugin does not build',
    'Its manifest or its sources have a mistake; the message says where.',
  ),
  RMT2065: problem(
    'The tools that build plugins are not installed',
    'Only the building of plugins needs them, so they are no dependencies of an application.',
  ),
  RMT2066: problem(
    'A value or an answer is too large for a plugin',
    'What passes through a plugin is copied into its bounded memory; 16 MiB is the most it takes.',
    413,
  ),
  RMT2068: problem(
    'The address of a database is not a URL of its kind',
    'Nothing can be reached by it, however often it is tried. A character that means something in a URL, such as % or @ in a password, is written percent-encoded.',
  ),
  RMT2067: problem(
    'A database module is not installed',
    'The module that speaks to the server is loaded only where a binding asks for it.',
  ),
  RMT2100: problem(
    'A deploy face declares more than any plugin may have',
    'What a plugin declares becomes the rights of the application. The host knows the most that each operation can need, so a plugin cannot ask for all.',
  ),
  RMT2101: problem(
    'A plugin breaks a law of the interface it serves',
    'Services are written against the interface, not against one plugin. Where a law does not hold, data is lost or read wrong after a change of plugin.',
  ),
  RMT2102: problem(
    'A plugin does what its deploy face does not declare',
    'The host refuses it at run time, so the operation fails in production; and a policy made of the declaration would lack the right.',
  ),
  RMT2103: problem(
    'A deploy face declares what no operation does',
    'Policies would grant a right that nobody uses, which is of use to an attacker only.',
  ),
  RMT2104: problem(
    'A plugin imports more than its connector',
    'Environment, clocks, files and network are not granted. An import that is never called in a test may be called in production, and traps there.',
  ),
  RMT2150: problem(
    'A compiler for plugins is not installed',
    'Plugins in Rust and C are compiled on the machine that builds them; applications that bind them need no compiler.',
  ),
} as const satisfies Record<string, Entry>;
