const longest = 400;

/** An input for people: bytes by their number and their beginning, long text cut. */
export function renderInput(input: unknown): string {
  const text = JSON.stringify(input, (_, value: unknown) => {
    if (!(value instanceof Uint8Array)) return value;
    const start = Buffer.from(value.subarray(0, 8)).toString('hex');
    return `<${value.length} bytes${value.length > 0 ? ` ${start}${value.length > 8 ? '…' : ''}` : ''}>`;
  });
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`;
}
