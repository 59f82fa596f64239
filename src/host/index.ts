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
  WitFunction,
  WitInterfaces,
} from './component.ts';
export type { ConnectorValues } from './connectors/open.ts';
export { loadComponent } from './load.ts';
export { type BindingOptions, loadOptionsOf, openBinding } from './open-binding.ts';
export { verifyContract } from './verify-contract.ts';
