import type { BlobStore, KeyValueStore } from '../interfaces/index.ts';
import type { ResourceInterface } from '../model/index.ts';
import type { Grant } from '../permissions/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import type { Binding } from './binding.ts';
import type { Component, Limits, Pool, PoolStatistics } from './component.ts';
import type { Connector, Scope } from './connectors/connector.ts';
import { Grants } from './grants/grants.ts';
import type { Probe } from './probe.ts';
import { ComponentBlobs } from './stores/blobs.ts';
import { Call } from './stores/call.ts';
import { Caller } from './stores/caller.ts';
import { ComponentKeyValue } from './stores/keyvalue.ts';
import { callError } from './stores/wit-error.ts';

/** A component with its connector: two pools, one of whose instances can reach the connector. */
export class ComponentBinding implements Binding {
  readonly plugin: string;
  readonly #connector: Connector;
  readonly #pool: Pool;
  readonly #sealed: Pool;
  readonly #grants: Grants;
  readonly #caller: Caller;

  constructor(
    component: Component,
    connector: Connector,
    telemetry: Telemetry,
    limits: Limits,
    face: { readonly target: string; readonly namespace: string },
    probe?: Probe,
  ) {
    this.plugin = component.name;
    this.#connector = connector;
    this.#pool = component.pool({
      limits,
      imports: (instance) => connector.imports(instance, telemetry),
      ...(probe && { spent: (operation, usage) => probe.spent(operation, usage) }),
    });
    this.#sealed = component.pool({ limits: { ...limits, instances: 1 }, imports: () => connector.sealed() });
    this.#grants = new Grants(this.plugin, face.target, face.namespace, this.#sealed);
    this.#caller = new Caller(this.plugin, this.#pool, telemetry, (call) => this.#scopeOf(call));
  }

  keyValue(resource: string): KeyValueStore {
    return new ComponentKeyValue(this.#caller, resource);
  }

  blobs(resource: string): BlobStore {
    return new ComponentBlobs(this.#caller, resource);
  }

  async provision(kind: ResourceInterface, resource: string): Promise<void> {
    const call = new Call(
      'manage',
      resource,
      'provision',
      'remit:plugin/manage.provision',
      this.#connector.ownerScope,
    );
    await this.#caller.call(call, async ({ exports }) =>
      exports['remit:plugin/manage']?.['provision']?.(kind, resource),
    );
  }

  async health(): Promise<void> {
    const call = new Call('manage', '', 'health', 'remit:plugin/manage.health', this.#connector.ownerScope);
    await this.#caller.call(call, async ({ exports }) => exports['remit:plugin/manage']?.['health']?.());
    try {
      await this.#connector.check();
    } catch (error) {
      throw callError(this.plugin, call, error, error);
    }
  }

  grants(kind: ResourceInterface, resource: string, operation: string): Promise<readonly Grant[]> {
    return this.#grants.of(kind, resource, operation);
  }

  statistics(): PoolStatistics {
    return this.#pool.statistics();
  }

  async close(): Promise<void> {
    await Promise.all([this.#pool.close(), this.#sealed.close()]);
    await this.#connector.close();
  }

  async #scopeOf({ interface: kind, resource, operation }: Call): Promise<Scope> {
    const grants = await this.grants(kind === 'blobs' ? 'blobs' : 'keyValue', resource, operation);
    return this.#connector.scopeOf(operation, grants);
  }
}
