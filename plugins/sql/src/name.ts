import { sha256, utf8 } from 'remit/plugin';

/** What is left of PostgreSQL's 63 bytes after the longest prefix and the longest operation: `blob_…_increment`. */
const longest = 48;

/**
 * A resource's name as part of an identifier of `[a-z0-9_$]`: no two names give the same, also on SQLite, which
 * does not tell upper from lower case. What is outside of `[a-z0-9_]` becomes `$hex$`; too long becomes `$h` and
 * a hash, which no other name can spell because `h` is no hex digit.
 */
export function escaped(resource: string): string {
  const name = resource.replace(
    /[^a-z0-9_]/gu,
    (character) => `$${(character.codePointAt(0) ?? 0).toString(16)}$`,
  );
  return name.length <= longest ? name : `$h${sha256(utf8(resource)).slice(0, 40)}`;
}

/** The kinds of tables there are; the name of each starts with it. */
export type Kind = 'kv' | 'blob';

/** `kv_orders`; for `kv`, `orders`. Needs quotes when the resource's name is an odd one. */
export function tableName(kind: Kind, resource: string): string {
  return `${kind}_${escaped(resource)}`;
}

/** An identifier in quotes, whatever it holds. */
export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
