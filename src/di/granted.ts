import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { Clock, Random } from '../interfaces/index.ts';

/** The system's time. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Randomness of the operating system. */
export class SystemRandom extends Random {
  uuid(): string {
    return randomUUID();
  }
  bytes(length: number): Uint8Array {
    return randomBytes(length);
  }
  integer(below: number): number {
    return randomInt(below);
  }
}
