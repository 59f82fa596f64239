const units = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
const longest = 365 * units.day;

/** Milliseconds of `15 minutes`, from one second to 365 days; `undefined` for any other text. */
export function intervalOf(text: string): number | undefined {
  const match = /^([1-9]\d{0,8}) (second|minute|hour|day)s?$/.exec(text);
  if (!match) return undefined;
  const milliseconds = Number(match[1]) * units[match[2] as keyof typeof units];
  return milliseconds <= longest ? milliseconds : undefined;
}
