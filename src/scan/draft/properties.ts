import { getMetadataStorage } from 'class-validator';
import type { Class } from '../../interfaces/index.ts';
import type { ClassSource } from '../sources.ts';
import { prototypeOf } from './metadata.ts';

/** Properties of a class that have validation rules, its parents' first, in order of declaration. */
export function ruledProperties(target: Class): readonly string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', true, false);
  const inherited = rules.filter((rule) => rule.target !== target);
  return [...new Set([...inherited, ...rules].map((rule) => rule.propertyName))];
}

/** Fields written in the class body by name; methods, accessors, statics, private and computed ones are none. */
export function writtenProperties(target: Class, source: ClassSource | undefined): readonly string[] {
  const prototype = prototypeOf(target);
  return (source?.members ?? []).filter(
    (member) =>
      !/^(?:#|\[|static \{)/.test(member) &&
      !Object.hasOwn(prototype, member) &&
      !Object.hasOwn(target, member),
  );
}

/** All properties known of a class, with rules or without. */
export function propertiesOf(target: Class, source: ClassSource | undefined): readonly string[] {
  return [...new Set([...ruledProperties(target), ...writtenProperties(target, source)])];
}

/** Whether a class declares nothing that a value of it could hold. */
export function isEmpty(target: Class, source: ClassSource | undefined): boolean {
  if (target.length > 0) return false;
  if (source) return writtenProperties(target, source).length === 0;
  // Compilers that keep names write them into static blocks.
  const text = Function.prototype.toString.call(target).replaceAll(/\bstatic\s*\{[^{}]*\}/g, '');
  return /\{[\s;]*\}$/.test(text);
}
