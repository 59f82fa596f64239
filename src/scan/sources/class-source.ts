import type { Place } from '../../errors/index.ts';
import type { ClassSource, ParameterSource } from '../sources.ts';
import { declaredClass } from './declared-class.ts';
import { exportedAs } from './exports.ts';
import type { ClassFacts, ParameterFacts, Position } from './file-facts.ts';
import type { SourceGraph } from './graph.ts';

/** What was read of a class, with places that name its file. */
export function classSource(
  graph: SourceGraph,
  file: string,
  facts: ClassFacts,
  place: (file: string, position: Position) => Place,
): ClassSource {
  const parameters = (list: readonly ParameterFacts[]) =>
    list.map((parameter) => parameterSource(graph, file, parameter, place(file, parameter)));
  return {
    name: facts.name,
    place: place(file, facts),
    members: facts.members,
    constructorParameters: facts.constructorParameters && parameters(facts.constructorParameters),
    methods: facts.methods.map((method) => ({
      name: method.name,
      static: method.static,
      private: method.private,
      parameters: parameters(method.parameters),
      returns: method.returns,
      decorators: method.decorators.map(({ name, ...position }) => ({ name, place: place(file, position) })),
      emitted: method.emitted.flatMap(({ event, through, ...position }) => {
        const found = declaredClass(graph, file, event);
        return found
          ? [
              {
                event: found.facts.name,
                declared: place(found.file, found.facts),
                through,
                place: place(file, position),
              },
            ]
          : [];
      }),
      place: place(file, method),
    })),
  };
}

function parameterSource(
  graph: SourceGraph,
  file: string,
  { name, type, rest, reference }: ParameterFacts,
  place: Place,
): ParameterSource {
  const taken = graph.files
    .get(file)
    ?.imports.find(({ local }) => local !== undefined && local === reference);
  const target = taken && graph.target(file, taken.specifier);
  const isClass = target === undefined || exportedAs(graph, target, taken?.imported ?? '*') !== 'type';
  const typeOnly = taken !== undefined && taken.typeOnly && isClass;
  return { name, type, rest, typeOnly, ...(taken && { from: taken.specifier }), place };
}
