export type { Binding } from './binding.ts';
export type {
  Component,
  Instance,
  Limits,
  LoadOptions,
  Operation,
  Pool,
  PoolOptions,
  PoolStatistics,
  Usage,
  WitFunction,
  WitInterfaces,
} from './component.ts';
export type { Connector, Deed, Observer, Scope } from './connectors/connector.ts';
export type { ConnectorValues } from './connectors/open.ts';
export { loadComponent } from './load.ts';
export { type BindingOptions, limitsOf, loadOptionsOf, openBinding } from './open-binding.ts';
export type { Probe } from './probe.ts';
export { verifyContract } from './verify-contract.ts';
