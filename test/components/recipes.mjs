import { readFileSync } from 'node:fs';

const plugin = readFileSync(new URL('../../wit/remit-plugin.wit', import.meta.url), 'utf8');

/**
 * How each test component is made. `qjs`: a QuickJS guest; `wat`: a hand-written module;
 * `component`: a hand-written component; `dummy`: no code, only an interface
 * (`wit` replaces texts in Remit's own packages).
 */
export const recipes = {
  hostile: { kind: 'qjs', source: 'hostile.js', wit: 'store.wit', world: 'store' },
  connected: { kind: 'qjs', source: 'connected.js', wit: 'store.wit', world: 'connected' },
  talkative: { kind: 'qjs', source: 'hostile.js', wit: 'store.wit', world: 'store', wasi: true },
  injection: { kind: 'component', source: 'injection.wat' },
  bounds: { kind: 'wat', source: 'bounds.wat', wit: 'bounds.wit', world: 'bounds' },
  flood: { kind: 'wat', source: 'flood.wat', wit: 'flood.wit', world: 'flood' },
  'other-version': {
    kind: 'dummy',
    world: 'export wasi:keyvalue/store@0.2.0-draft3;',
    replace: [['0.2.0-draft2', '0.2.0-draft3']],
  },
  'missing-export': { kind: 'dummy', world: 'export remit:blob/container@0.1.0;' },
  'changed-signature': {
    kind: 'dummy',
    world: 'export wasi:keyvalue/store@0.2.0-draft2;',
    replace: [
      ['exists: func(key: string)', 'exists: func(key: string, strict: bool)'],
      ['    delete: func(key: string) -> result<_, error>;\n', ''],
      ['keys: list<string>,\n    cursor', 'keys: list<string>,\n    total: u32,\n    cursor'],
    ],
  },
  'extra-import': {
    kind: 'dummy',
    world: 'import test:other/disk; export wasi:keyvalue/store@0.2.0-draft2;',
    packages: 'package test:other { interface disk { format: func(); } }',
  },
  'changed-import': {
    kind: 'dummy',
    world: 'import remit:connect/sql@0.1.0; export wasi:keyvalue/store@0.2.0-draft2;',
    replace: [['integer(s64)', 'integer(s32)']],
  },
  'infallible-import': {
    kind: 'dummy',
    world: 'import test:other/disk; export wasi:keyvalue/store@0.2.0-draft2;',
    packages: 'package test:other { interface disk { read: func() -> string; } }',
  },
  clocked: {
    kind: 'dummy',
    world:
      'import wasi:clocks/monotonic-clock@0.2.3; import remit:connect/sql@0.1.0; export wasi:keyvalue/store@0.2.0-draft2; ' +
      'export wasi:keyvalue/atomics@0.2.0-draft2; export wasi:keyvalue/batch@0.2.0-draft2; ' +
      'export remit:plugin/deploy@0.1.0; export remit:plugin/manage@0.1.0;',
    packages: `package wasi:clocks@0.2.3 { interface monotonic-clock { now: func() -> u64; } }
${plugin.replace(/^(package [^;]+);/m, '$1 {')}}`,
  },
  good: { kind: 'dummy', world: 'import remit:connect/sql@0.1.0; export wasi:keyvalue/store@0.2.0-draft2;' },
};
