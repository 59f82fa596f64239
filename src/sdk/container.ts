/** What the blob functions throw, as plain objects. */
export type ContainerError =
  | { readonly tag: 'no-such-container' }
  | { readonly tag: 'access-denied' }
  | { readonly tag: 'other'; readonly val: string };

export interface BlobInfo {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** One page of names; pass `cursor` for the next one, `null` ends. */
export interface NamePage {
  readonly names: readonly string[];
  readonly cursor: string | null;
}

/** `remit:blob/container`, to be exported as `container`. `null` stands for WIT's `none`. */
export interface Container {
  read(container: string, name: string): Uint8Array | null;
  exists(container: string, name: string): boolean;
  info(container: string, name: string): BlobInfo | null;
  listNames(container: string, prefix: string, cursor: string | null): NamePage;
  write(container: string, name: string, content: Uint8Array): void;
  delete(container: string, name: string): void;
}
