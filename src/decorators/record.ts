import type { Class } from '../interfaces/index.ts';
import type { HttpMethod } from '../model/index.ts';

/** Options of `@Service`. */
export interface ServiceOptions {
  /** Stable name; default: the class's. */
  readonly name?: string;
  /** Names it had before, so that a rename is known to be meant. */
  readonly formerly?: readonly string[];
}

/** Options of `@Event`. */
export interface EventOptions {
  /** Stable name on the wire; default: the class's. */
  readonly name?: string;
  /** `one` (default): exactly one handler. `many`: a fact, any number of handlers. */
  readonly processors?: 'one' | 'many';
  readonly formerly?: readonly string[];
}

/** Options of `@Reply`. */
export interface ReplyOptions {
  readonly name?: string;
  /** HTTP status; default: the route decides. */
  readonly status?: number;
  readonly formerly?: readonly string[];
}

/** Options of `@Handles`. */
export interface HandlesOptions<Replies extends readonly Class[] = readonly Class[]> {
  /** Classes of the events it answers with. */
  readonly replies?: Replies;
  /** Milliseconds one delivery may take; default 30,000. */
  readonly timeout?: number;
  /** How often a failed delivery is tried again; default 5. A route's caller is told of a failure at once. */
  readonly retries?: number;
}

/** Options of a route decorator. */
export interface RouteOptions {
  /** Status when the handler succeeds. */
  readonly status?: number;
}

export interface HandlesRecord {
  readonly event: Class;
  readonly options: HandlesOptions;
}

export interface RouteRecord {
  readonly method: HttpMethod;
  readonly path: string;
  readonly options: RouteOptions;
}

export type ScheduleRecord =
  | { readonly kind: 'every'; readonly expression: string }
  | { readonly kind: 'cron'; readonly expression: string; readonly timezone: string };

export type AccessRecord =
  | { readonly kind: 'public' }
  | { readonly kind: 'authenticated'; readonly scopes: readonly string[] };

/** What decorators said of one method, in the order in which they ran. */
export interface MethodRecord {
  readonly name: string;
  readonly static: boolean;
  readonly handles: HandlesRecord[];
  readonly routes: RouteRecord[];
  readonly schedules: ScheduleRecord[];
  readonly access: AccessRecord[];
}

/** `@Uses` on a parameter; `method` is absent on a constructor's. */
export interface UseRecord {
  readonly method?: string;
  readonly static: boolean;
  readonly index: number;
  readonly token: Class;
  /** Operations chosen in place; empty: those of the token. */
  readonly operations: readonly string[];
}

/** All that decorators said of one class. */
export interface ClassRecord {
  readonly services: ServiceOptions[];
  readonly events: EventOptions[];
  readonly replies: ReplyOptions[];
  readonly methods: Map<string, MethodRecord>;
  readonly uses: UseRecord[];
}

const key = Symbol.for('remit.record');

/** The record of this very class, made on first use: a subclass never writes into its parent's. */
export function recordOf(target: object): ClassRecord {
  const known = readRecord(target);
  if (known) return known;
  const record: ClassRecord = { services: [], events: [], replies: [], methods: new Map(), uses: [] };
  Object.defineProperty(target, key, { value: record });
  return record;
}

/** The record of this very class; `undefined` when no decorator of Remit stands on it. */
export function readRecord(target: object): ClassRecord | undefined {
  return Object.hasOwn(target, key) ? (target as { [key]?: ClassRecord })[key] : undefined;
}

/** The record of a method of the class that `target` (prototype or, for a static one, constructor) belongs to. */
export function methodRecord(target: object, property: string | symbol): MethodRecord {
  const isStatic = typeof target === 'function';
  const record = recordOf(isStatic ? target : target.constructor);
  const name = String(property);
  const id = isStatic ? `static ${name}` : name;
  const known = record.methods.get(id);
  if (known) return known;
  const method: MethodRecord = { name, static: isStatic, handles: [], routes: [], schedules: [], access: [] };
  record.methods.set(id, method);
  return method;
}
