import type {
  Application,
  ClassRecord,
  EnvironmentDefinition,
  MethodRecord,
  ProviderDefinition,
  UseRecord,
} from '../../decorators/index.ts';
import type { Place } from '../../errors/index.ts';
import type { Class, Injectable } from '../../interfaces/index.ts';
import type { Processors } from '../../model/index.ts';
import type { LockFile } from '../lock-file.ts';
import type { ClassSource, MethodSource, ParameterSource, SourceIndex } from '../sources.ts';
import type { SeenType } from './metadata.ts';

/** One parameter that asks for something, mistakes and all. */
export interface NeedDraft {
  readonly service: ServiceDraft;
  /** Absent for a constructor's. */
  readonly handler?: HandlerDraft;
  readonly index: number;
  readonly source?: ParameterSource;
  readonly place?: Place;
  readonly type: SeenType;
  readonly uses: readonly UseRecord[];
  /** The class asked for: that of `@Uses`, or else of the type. */
  readonly token?: Class;
  /** What the token stands for, narrowed by `@Uses`. */
  readonly injectable?: Injectable;
  /** True when the token is a class with `@Service`. */
  readonly isService: boolean;
  /** True for `...needs`. */
  readonly rest: boolean;
}

/** A method of a service on which decorators of Remit stand. */
export interface HandlerDraft {
  readonly service: ServiceDraft;
  readonly name: string;
  readonly record: MethodRecord;
  readonly source?: MethodSource;
  readonly place?: Place;
  /** Class of the event it processes; absent when it only has schedules, or nothing. */
  readonly event?: Class;
  readonly needs: readonly NeedDraft[];
}

export interface ServiceDraft {
  readonly class: Class;
  readonly name: string;
  readonly unit: string;
  readonly record: ClassRecord | undefined;
  readonly source?: ClassSource;
  readonly place?: Place;
  readonly needs: readonly NeedDraft[];
  /** Methods that process an event or follow a schedule, and are not static. */
  readonly handlers: readonly HandlerDraft[];
}

/** One place where an event's class is named: `Ordering.place handles`. */
export interface Mention {
  readonly role: 'handles' | 'replies' | 'emits' | 'asks' | 'answers';
  /** Who names it: `Ordering.place`, `Announces`. */
  readonly by: string;
  readonly place?: Place;
}

export interface EventDraft {
  readonly class: Class;
  readonly name: string;
  /** Absent when no `@Event` or `@Reply` stands on the class. */
  readonly processors?: Processors;
  readonly status?: number;
  readonly formerly: readonly string[];
  readonly builtIn: boolean;
  readonly record: ClassRecord | undefined;
  readonly source?: ClassSource;
  readonly place?: Place;
  readonly mentions: readonly Mention[];
  readonly handlers: readonly HandlerDraft[];
}

/** A class that stands for a resource, at its root: `class Orders extends keyValue('orders', Order) {}`. */
export interface ResourceDraft {
  readonly class: Class;
  readonly injectable: Extract<Injectable, { kind: 'resource' }>;
  readonly place?: Place;
}

export interface EnvironmentDraft {
  readonly name: string;
  readonly definition: EnvironmentDefinition;
  readonly place?: Place;
  /** The provider of each resource by the resource's name; absent where none serves it. */
  readonly providers: ReadonlyMap<string, ProviderDefinition>;
}

/** An application as its decorators describe it: live classes, nothing judged yet. */
export interface Draft {
  readonly application: Application;
  readonly sources: SourceIndex;
  readonly lock?: LockFile;
  readonly units: ReadonlyMap<string, readonly Class[]>;
  /** Sorted by name, as all lists here. */
  readonly services: readonly ServiceDraft[];
  readonly events: readonly EventDraft[];
  readonly resources: readonly ResourceDraft[];
  /** Every class that stands for something injectable and that a parameter asks for. */
  readonly tokens: readonly Class[];
  readonly environments: readonly EnvironmentDraft[];
}
