// Loads and calls a component in a process that has no transpiler installed.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('@bytecodealliance/')) throw new Error(`${specifier} is not installed here`);
    return next(specifier, context);
  },
});

const { loadComponent } = await import('../../src/host/load.ts');
const component = await loadComponent(JSON.parse(process.argv[2]));
const pool = component.pool({
  limits: { instances: 1, queue: 1, fuel: 1e7, memory: 32, deadline: 2000 },
  imports: () => ({}),
});
const call = { interface: 'keyValue', resource: 'orders', operation: 'exists' };
await pool.use(call, ({ exports }) => exports['wasi:keyvalue/store'].open('orders').exists('a'));
await pool.close();
process.stdout.write('served\n');
