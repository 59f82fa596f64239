import { getMetadataStorage } from 'class-validator';
import type { Class } from '../../interfaces/index.ts';

/** Properties of a class that have validation rules, its parents' first, in order of declaration. */
export function ruledProperties(target: Class): readonly string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', true, false);
  const inherited = rules.filter((rule) => rule.target !== target);
  return [...new Set([...inherited, ...rules].map((rule) => rule.propertyName))];
}
