import { type Class, injectableOf } from '../../interfaces/index.ts';
import { nameOf } from '../draft/event.ts';

/** What an injectable class extends, as code: `keyValue('orders', Order)`, `only(Orders, 'get')`, `emits(A, B)`. */
export function declarationOf(token: Class): string {
  const stands = injectableOf(token);
  if (!stands) return nameOf(token);
  if (stands.kind === 'resource') {
    const { name, value, wider, operations } = stands;
    if (wider) return call('only', [nameOf(wider), ...operations.map(quoted)]);
    return call(stands.interface, [quoted(name), ...(value ? [nameOf(value)] : [])]);
  }
  if (stands.kind === 'emits') {
    return call('emits', stands.events.map(nameOf));
  }
  if (stands.kind === 'asks') {
    return call('asks', [stands.event, ...stands.replies].map(nameOf));
  }
  return nameOf(token);
}

/** The whole declaration of an injectable class, body and all. */
export function wholeDeclaration(token: Class): string {
  return `export abstract class ${nameOf(token)} extends ${declarationOf(token)} {}`;
}

function call(name: string, parameters: readonly string[]): string {
  return `${name}(${parameters.join(', ')})`;
}

function quoted(text: string): string {
  return `'${text}'`;
}
