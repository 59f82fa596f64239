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
    'Production starts from the cache and needs no transpiler; a plugin that is not in the cache needs it once.',
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
    'A plugin passed a value of the wrong type',
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
} as const satisfies Record<string, Entry>;
