/** Bytes that cannot be read or bounded. Never leaves the host: whoever knows the plugin's name says it with a code. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}
