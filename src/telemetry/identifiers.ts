import { randomFillSync } from 'node:crypto';

/** Small, because an id that is kept keeps its whole pool; large enough that refilling is cheap. */
const bytes = Buffer.allocUnsafe(3072);
let pool = '';
let next = 0;

function draw(characters: number): string {
  if (next + characters > pool.length) {
    randomFillSync(bytes);
    pool = bytes.toString('hex');
    next = 0;
  }
  const id = pool.substring(next, next + characters);
  next += characters;
  return id;
}

/** 32 random hex digits. */
export function newTraceId(): string {
  return draw(32);
}

/** 16 random hex digits. */
export function newSpanId(): string {
  return draw(16);
}
