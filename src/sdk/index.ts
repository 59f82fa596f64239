export type { BlobInfo, Container, ContainerError, NamePage } from './container.ts';
export type { Deploy, Grant, Manage, Need } from './faces.ts';
export type {
  Atomics,
  Batch,
  Bucket,
  Cas,
  CasError,
  KeyResponse,
  Store,
  StoreError,
  Versioned,
  Versions,
} from './keyvalue.ts';
export { sha256 } from './sha256.ts';
export type { Dialect, Sql, SqlError, SqlOutcome, SqlStatement, SqlValue } from './sql.ts';
export { sqlErrorOf } from './sql-error.ts';
export { TextDecoder, type TextDecoderOptions } from './text-decoder.ts';
export { TextEncoder } from './text-encoder.ts';
export { utf8 } from './utf8.ts';
