import type { Decorator, ParamPattern, TSType } from 'oxc-parser';
import type { ParameterFacts } from './file-facts.ts';
import type { SourceText } from './text.ts';

/** The parameters of a constructor or method, each at its name. */
export function readParameters(parameters: readonly ParamPattern[], source: SourceText): ParameterFacts[] {
  return parameters.map((parameter) => {
    const inner = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
    const rest = inner.type === 'RestElement';
    const assigned = inner.type === 'AssignmentPattern' ? inner.left : inner;
    const named = assigned.type === 'RestElement' ? assigned.argument : assigned;
    const annotation = assigned.typeAnnotation?.typeAnnotation ?? inner.typeAnnotation?.typeAnnotation;
    const reference = annotation && referenceOf(annotation);
    return {
      name:
        named.type === 'Identifier'
          ? named.name
          : source.slice({ ...named, end: named.typeAnnotation?.start ?? named.end }),
      type: annotation ? source.slice(annotation) : '',
      rest,
      ...(reference !== undefined && { reference }),
      ...source.at(nameStart(named.start, parameter.decorators ?? [], source)),
    };
  });
}

/** The parser lets an optional parameter begin with its decorators. */
function nameStart(start: number, decorators: readonly Decorator[], { text }: SourceText): number {
  const decorated = decorators.at(-1)?.end ?? 0;
  return decorated <= start ? start : decorated + text.slice(decorated).search(/\S/);
}

function referenceOf(type: TSType): string | undefined {
  if (type.type !== 'TSTypeReference') return undefined;
  let name = type.typeName;
  while (name.type === 'TSQualifiedName') name = name.left;
  return name.type === 'Identifier' ? name.name : undefined;
}
