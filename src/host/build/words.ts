/** What an export lets the host do, by interface without version. */
const offers: Readonly<Record<string, string>> = {
  'wasi:keyvalue/store': 'serves key-value resources',
  'wasi:keyvalue/atomics': 'increments and swaps values atomically',
  'wasi:keyvalue/batch': 'reads and writes many values at once',
  'remit:keyvalue/versions': 'swaps values without handles',
  'remit:blob/container': 'serves blob resources',
  'remit:plugin/deploy': 'says which permissions each operation needs',
  'remit:plugin/manage': 'creates what a resource needs, and tells whether it could serve',
};

/** What an import lets the plugin do. */
const asks: Readonly<Record<string, string>> = {
  'remit:connect/sql': 'runs statements on a database whose connection and credentials the host holds',
};

function bare(name: string): string {
  return name.split('@')[0] ?? name;
}

export function offerInWords(name: string): string {
  return offers[bare(name)] ?? 'an interface Remit does not know; nothing calls it';
}

export function askInWords(name: string): string {
  const known = asks[bare(name)];
  if (known !== undefined) return known;
  return name.startsWith('wasi:')
    ? 'a system interface; Remit grants none, so calls fail'
    : 'an interface Remit does not offer, so the plugin does not load';
}
