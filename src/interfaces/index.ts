export { type Asker, asks } from './asks.ts';
export { type BlobInfo, blobOperations, type BlobPage, type Blobs, blobs } from './blobs.ts';
export type { Class } from './class.ts';
export { type Emitter, emits, type Receipt } from './emits.ts';
export { Clock, EventContext, type LogAttributes, Logger, Random } from './granted.ts';
export { type Injectable, injectable, injectableOf } from './injectable.ts';
export { type KeyPage, type KeyValue, keyValue, keyValueOperations } from './keyvalue.ts';
export { type Handle, only, type Resource } from './resource.ts';
export type { BlobStore, KeyValueStore } from './stores.ts';
