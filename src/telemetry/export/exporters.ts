import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import { OTLPExporterBase } from '@opentelemetry/otlp-exporter-base';
import {
  convertLegacyHttpOptions,
  createOtlpHttpExportDelegate,
} from '@opentelemetry/otlp-exporter-base/node-http';
import { suppressTracing } from '../interop/suppress-tracing.ts';
import type { OtlpSettings, Signal } from '../settings/signal.ts';

/** How one signal becomes bytes, and what the receiver's answer says. */
export interface Encoding<T, R> {
  serializeRequest(items: T): Uint8Array | undefined;
  deserializeResponse(bytes: Uint8Array): R;
}

/** Beyond the exporter's own timeout, before it is thought to have forgotten the request. */
const grace = 2000;

/** What the SDK's own processors set, so that an instrumented HTTP client does not trace the export of traces. */
const untraced = ROOT_CONTEXT.setValue(suppressTracing, true);

/** Why `convertLegacyHttpOptions` is given a media type: the SDK's exporters differ in nothing else. */
const mediaTypes = { 'http/protobuf': 'application/x-protobuf', 'http/json': 'application/json' } as const;

/**
 * The SDK's transport for one signal: requests, compression, certificates and retries are its own. The promise rejects
 * when the receiver did not take the items in time.
 */
export function transport<T, R>(
  signal: Signal,
  settings: OtlpSettings,
  encoding: Encoding<T, R>,
): (items: T) => Promise<void> {
  const options = convertLegacyHttpOptions(
    {
      url: settings.url,
      headers: { ...settings.headers },
      timeoutMillis: settings.timeout,
      compression: settings.compression as never,
    },
    signal.toUpperCase(),
    `v1/${signal}`,
    { 'Content-Type': mediaTypes[settings.protocol] },
  );
  const uncounted = { name: 'span', countItems: () => 0 } as const;
  const exporter = new OTLPExporterBase<T>(
    createOtlpHttpExportDelegate(options, encoding, `remit_${signal}`, uncounted, undefined),
  );
  return (items) =>
    new Promise((resolve, reject) => {
      const forgotten = setTimeout(() => reject(new Error('no answer in time')), settings.timeout + grace);
      forgotten.unref();
      context.with(untraced, () =>
        exporter.export(items, ({ error }) => {
          clearTimeout(forgotten);
          if (error === undefined) resolve();
          else reject(error);
        }),
      );
    });
}
