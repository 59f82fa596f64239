/** A type of the component model, as far as contracts need it. */
export type Type =
  | { readonly kind: 'primitive'; readonly name: string }
  | { readonly kind: 'named'; readonly name: string; readonly type: Type }
  | { readonly kind: 'resource'; readonly name: string }
  | { readonly kind: 'handle'; readonly name: 'own' | 'borrow'; readonly type: Type }
  | { readonly kind: 'generic'; readonly name: string; readonly types: readonly (Type | undefined)[] }
  | {
      readonly kind: 'cases';
      readonly name: 'record' | 'variant' | 'enum' | 'flags';
      readonly cases: readonly Case[];
    }
  | FunctionType
  | InstanceType
  | ComponentType;

/** A field or a case; without a type where the case has no value. */
export interface Case {
  readonly name: string;
  readonly type: Type | undefined;
}

export interface FunctionType {
  readonly kind: 'function';
  readonly asynchronous: boolean;
  readonly parameters: readonly Case[];
  readonly result: Type | undefined;
}

export type Members = ReadonlyMap<string, Type | undefined>;

export interface InstanceType {
  readonly kind: 'instance';
  readonly exports: Members;
}

export interface ComponentType {
  readonly kind: 'component';
  readonly imports: Members;
  readonly exports: Members;
}
