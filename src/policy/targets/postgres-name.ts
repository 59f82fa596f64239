import { createHash } from 'node:crypto';

const longest = 63;

/** An identifier as PostgreSQL reads it back, whatever characters it has; NUL cannot occur in one. */
export function identifier(name: string): string {
  return `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`;
}

/** A string literal, whatever characters it has and however the server reads backslashes. */
export function literal(text: string): string {
  const doubled = text.replaceAll('\0', '').replaceAll("'", "''");
  return doubled.includes('\\') ? `E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`;
}

/** The role of a principal: its name, cut and hashed where PostgreSQL would cut it silently. */
export function roleName(principal: string): string {
  if (Buffer.byteLength(principal) <= longest && !principal.includes('\0')) return principal;
  const hash = createHash('sha256').update(principal).digest('hex').slice(0, 16);
  let head = principal.replaceAll('\0', '');
  while (Buffer.byteLength(head) > longest - 17) head = [...head].slice(0, -1).join('');
  return `${head}.${hash}`;
}

/** A comment line: nothing in it can end the comment. */
export function comment(text: string): string {
  return `-- ${text.replaceAll(/[\r\n\u2028\u2029\0]+/gu, ' ')}`;
}
