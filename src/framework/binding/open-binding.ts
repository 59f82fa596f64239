import type { Binding } from '../../host/index.ts';
import type { Limits } from '../../host/index.ts';
import type { Telemetry } from '../../telemetry/index.ts';

/** The connector of a provider with all variables read. */
export type ConnectorSettings =
  | { readonly kind: 'sqlite'; readonly file: string }
  | {
      readonly kind: 'postgres';
      readonly url: string;
      readonly schema: string;
      readonly role?: string;
    };

/** What opening a binding takes. */
export interface BindingSettings {
  readonly provider: string;
  readonly component: string | URL;
  readonly connector: ConnectorSettings;
  readonly limits: Partial<Omit<Limits, 'queue'>>;
  /** Folder of transpiled components. */
  readonly cache: string;
  readonly telemetry: Telemetry;
}

/** Opens the plugin of one provider. */
export type OpenBinding = (settings: BindingSettings) => Promise<Binding>;
