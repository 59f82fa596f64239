import { TransformationType } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import type { Instantiable } from './shape.ts';

/** What class-transformer's `@Type` says of a property. */
export interface Typed {
  readonly type: unknown;
}

/** The class that `@Type` names for a property, of the class or its ancestors. */
export function typedAs(target: Instantiable, property: string): Typed | undefined {
  const metadata = defaultMetadataStorage.findTypeMetadata(target, property);
  return metadata?.typeFunction && { type: metadata.typeFunction() };
}

/** Whether class-transformer has to convert a class: `@Transform`, `@Expose`, `@Exclude`, or a `@Type` that chooses. */
export function isCustom(target: Instantiable, properties: readonly string[]): boolean {
  if (defaultMetadataStorage.getStrategy(target) !== 'none') return true;
  if (defaultMetadataStorage.getExposedMetadatas(target).length > 0) return true;
  if (defaultMetadataStorage.getExcludedMetadatas(target).length > 0) return true;
  return properties.some((property) => {
    const type = defaultMetadataStorage.findTypeMetadata(target, property);
    return (
      type?.options?.discriminator !== undefined ||
      type?.reflectedType === Map ||
      type?.reflectedType === Set ||
      hasTransform(target, property)
    );
  });
}

function hasTransform(target: Instantiable, property: string): boolean {
  const storage = defaultMetadataStorage;
  return [TransformationType.PLAIN_TO_CLASS, TransformationType.CLASS_TO_PLAIN].some(
    (type) => storage.findTransformMetadatas(target, property, type).length > 0,
  );
}
