export { Authenticated, Public } from './access.ts';
export {
  app,
  type AppDefinition,
  type Application,
  type EnvironmentDefinition,
  isApplication,
} from './app.ts';
export {
  type ConnectorDefinition,
  connectorFamilies,
  namespaceOf,
  type Setting,
  settingsOf,
} from './connector.ts';
export { env, type Variable } from './env.ts';
export { Event, Reply } from './event.ts';
export { EventSent, LogWritten } from './facts.ts';
export { type HandlerDecorator, Handles } from './handles.ts';
export { jwt, type JwtDefinition } from './jwt.ts';
export { type LimitsDefinition, type Provider, type ProviderDefinition } from './provider.ts';
export {
  plugin,
  type PluginOptions,
  postgres,
  type PostgresOptions,
  sqlite,
  type SqliteOptions,
} from './providers.ts';
export type {
  AccessRecord,
  ClassRecord,
  EventOptions,
  HandlesOptions,
  HandlesRecord,
  MethodRecord,
  ReplyOptions,
  RouteOptions,
  RouteRecord,
  ScheduleRecord,
  ServiceOptions,
  UseRecord,
} from './record.ts';
export { readRecord } from './record.ts';
export { Delete, Get, Patch, Post, Put, type RouteDecorator } from './routes.ts';
export { Cron, type CronOptions, Every } from './schedules.ts';
export { providerOf } from './served.ts';
export { Service } from './service.ts';
export { Uses } from './uses.ts';
