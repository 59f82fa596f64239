import type { Class, Function as MethodValue, MethodDefinition, Node, Program } from 'oxc-parser';
import { assigned } from './assignments.ts';
import { bindings } from './bindings.ts';
import type { EmittedFacts } from './file-facts.ts';
import { bare, children, member, ofThis, within } from './syntax.ts';
import type { SourceText } from './text.ts';

/** Reads what one method of a class emits. */
export type ReadEmitted = (method: MethodDefinition, owner: Class) => EmittedFacts[];

/**
 * Finds `handle.emit(new X())`, where the handle is a parameter of the method or a property that a parameter of the
 * constructor declares, and X or a constant that holds it. What could mean something else is left out: a name that
 * is bound twice or given another value.
 */
export function emittedReader(program: Program, source: SourceText): ReadEmitted {
  if (!/\bemit\b/.test(source.text)) return () => [];
  const bound = bindings(program);
  const changed = assigned(program);
  const isSteady = (name: string) => bound.get(name) === 1 && !changed.has(name);
  return (method, owner) => {
    const handles = new Set([...parametersOf(method.value), ...(method.static ? [] : propertiesOf(owner))]);
    return [...calls(method.value, true)].flatMap(({ call, ownThis }): EmittedFacts[] => {
      const called = call.type === 'CallExpression' ? member(bare(call.callee)) : undefined;
      if (call.type !== 'CallExpression' || called?.name !== 'emit') return [];
      const through = called.of.type === 'Identifier' ? called.of.name : ownThis && ofThis(called.of);
      const event = call.arguments[0] && eventOf(call.arguments[0], method.value);
      if (!through || !handles.has(through) || !event || !isSteady(event)) return [];
      const { property } = bare(call.callee) as Extract<Node, { type: 'MemberExpression' }>;
      return [{ event, through, ...source.at(property.start) }];
    });
  };
}

/** Every node of a method, and whether `this` still means the method's own there. */
function* calls(node: Node, ownThis: boolean): Generator<{ readonly call: Node; readonly ownThis: boolean }> {
  yield { call: node, ownThis };
  for (const child of children(node)) {
    const isOther = /^(?:Function(?:Declaration|Expression)|Class(?:Declaration|Expression))$/;
    yield* calls(child, ownThis && !isOther.test(child.type));
  }
}

/** Parameters of a method that keep their value and whose name nothing in the method hides. */
function parametersOf(method: MethodValue): string[] {
  const bound = bindings(method);
  const changed = assigned(method);
  return method.params.flatMap((parameter) =>
    parameter.type === 'Identifier' && bound.get(parameter.name) === 1 && !changed.has(parameter.name)
      ? [parameter.name]
      : [],
  );
}

/** `this.x` for each property that a parameter of the constructor declares and nothing in the class replaces. */
function propertiesOf(owner: Class): string[] {
  const elements = owner.body.body;
  const constructor = elements.find(
    (element): element is MethodDefinition =>
      element.type === 'MethodDefinition' && element.kind === 'constructor' && element.value.body !== null,
  );
  const changed = assigned(owner);
  const others = elements.flatMap((element) =>
    'key' in element && element.key.type === 'Identifier' ? [element.key.name] : [],
  );
  if (!constructor || changed.has('this.*')) return [];
  return constructor.value.params.flatMap((parameter) => {
    if (parameter.type !== 'TSParameterProperty' || parameter.parameter.type !== 'Identifier') return [];
    const { name } = parameter.parameter;
    return others.includes(name) || changed.has(`this.${name}`) ? [] : [`this.${name}`];
  });
}

/** The class of what is emitted, by its name in this file. */
function eventOf(argument: Node, method: MethodValue): string | undefined {
  const value = bare(argument);
  if (value.type === 'NewExpression') {
    const made = bare(value.callee);
    return made.type === 'Identifier' ? made.name : undefined;
  }
  return value.type === 'Identifier' ? eventOfConstant(value, method) : undefined;
}

/** Looks a constant up that is declared once in the method, in a block around its use. */
function eventOfConstant(
  { name, start }: Extract<Node, { type: 'Identifier' }>,
  method: MethodValue,
): string | undefined {
  if (bindings(method).get(name) !== 1) return undefined;
  for (const block of within(method)) {
    if (block.type !== 'BlockStatement' || start < block.start || start >= block.end) continue;
    for (const statement of block.body) {
      if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') continue;
      const found = statement.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name);
      const init = found?.init && bare(found.init);
      if (init?.type === 'NewExpression') return eventOf(init, method);
    }
  }
  return undefined;
}
