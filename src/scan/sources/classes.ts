import type { Class, ClassElement, Decorator, MethodDefinition } from 'oxc-parser';
import type { ClassFacts, DecoratorFacts, MethodFacts } from './file-facts.ts';
import type { ReadEmitted } from './emitted.ts';
import { readParameters } from './parameters.ts';
import type { SourceText } from './text.ts';

/** What stands in one class; of overloads, the implementation. */
export function readClass(
  node: Class,
  name: string,
  exportedAs: readonly string[],
  source: SourceText,
  readEmitted: ReadEmitted,
): ClassFacts {
  const methods = node.body.body.filter(isMethod);
  const constructor = methods.findLast(({ kind }) => kind === 'constructor');
  return {
    name,
    exportedAs,
    ...source.at((node.id ?? node).start),
    members: [...new Set(node.body.body.map((element) => memberName(element, source)))],
    ...(constructor && { constructorParameters: readParameters(constructor.value.params, source) }),
    methods: implementations(methods.filter(({ kind }) => kind !== 'constructor')).map((method) => ({
      ...readMethod(method, source),
      emitted: readEmitted(method, node),
    })),
  };
}

function isMethod(element: ClassElement): element is MethodDefinition {
  return element.type === 'MethodDefinition' || element.type === 'TSAbstractMethodDefinition';
}

function readMethod(method: MethodDefinition, source: SourceText): Omit<MethodFacts, 'emitted'> {
  const returns = method.value.returnType;
  return {
    name: memberName(method, source),
    static: method.static,
    private: method.accessibility === 'private' || method.key.type === 'PrivateIdentifier',
    parameters: readParameters(method.value.params, source),
    returns: returns ? source.slice(returns.typeAnnotation) : '',
    decorators: method.decorators.map((decorator) => readDecorator(decorator, source)),
    ...source.at(method.key.start),
  };
}

function implementations(methods: readonly MethodDefinition[]): MethodDefinition[] {
  return methods.filter(
    (method, index) =>
      method.value.body !== null ||
      method.type === 'TSAbstractMethodDefinition' ||
      index === methods.length - 1,
  );
}

function readDecorator({ expression, start }: Decorator, source: SourceText): DecoratorFacts {
  const named = expression.type === 'CallExpression' ? expression.callee : expression;
  return { name: source.slice(named), ...source.at(start) };
}

function memberName(element: ClassElement, source: SourceText): string {
  if (element.type === 'StaticBlock') return 'static {}';
  if (element.type === 'TSIndexSignature') return source.slice(element);
  const { key } = element;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Literal') return String(key.value);
  if (element.computed) return `[${source.slice(key)}]`;
  return key.type === 'Identifier' ? key.name : source.slice(key);
}
