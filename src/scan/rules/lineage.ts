import { type MethodRecord, readRecord } from '../../decorators/index.ts';
import type { Class } from '../../interfaces/index.ts';
import { prototypeOf } from '../draft/metadata.ts';

/** The classes a class derives from, nearest first. */
export function parentsOf(target: Class): Class[] {
  const parents: Class[] = [];
  let each: unknown = Object.getPrototypeOf(target);
  while (typeof each === 'function' && Object.hasOwn(each, 'prototype')) {
    parents.push(each as unknown as Class);
    each = Object.getPrototypeOf(each);
  }
  return parents;
}

/** The record of a method of this very class when it processes an event or follows a schedule. */
export function handlerRecord(target: Class, name: string): MethodRecord | undefined {
  const method = readRecord(target)?.methods.get(name);
  return method && method.handles.length + method.schedules.length > 0 ? method : undefined;
}

/** Names of the handlers of this very class. */
export function handlerNames(target: Class): string[] {
  const methods = [...(readRecord(target)?.methods.values() ?? [])];
  return methods
    .filter((method) => !method.static && handlerRecord(target, method.name))
    .map(({ name }) => name);
}

/** Whether the method is written in this very class. */
export function hasMethod(target: Class, name: string): boolean {
  return Object.hasOwn(prototypeOf(target), name);
}
