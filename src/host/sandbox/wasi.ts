import { randomBytes } from 'node:crypto';
import type { WitFunction } from '../component.ts';

/** What a plugin wrote to its standard error, the last of it. */
export class GuestOutput {
  #text = '';

  write(bytes: Uint8Array): void {
    const text = Buffer.from(bytes.subarray(-mostOutput)).toString('utf8');
    this.#text = (this.#text + text).slice(-mostOutput);
  }

  get text(): string {
    return this.#text;
  }
}

const mostOutput = 2000;
const mostRandom = 65_536;
const acceptedAtOnce = 4096n;

/**
 * Parts of WASI that give a plugin no authority, by `interface#function`. All others are refused. The environment is
 * empty, there are no files, input is at its end, output goes nowhere but into the cause of a fault.
 */
export function harmlessWasi(output: GuestOutput): ReadonlyMap<string, WitFunction> {
  const nothing = () => undefined;
  const none = () => [];
  // WIT errors are thrown as plain values.
  const closed = () => {
    throw { tag: 'closed' } as unknown as Error;
  };
  const random = (length: bigint) => {
    if (length > BigInt(mostRandom)) throw new RangeError(`more than ${mostRandom} random bytes at once`);
    return new Uint8Array(randomBytes(Number(length)));
  };
  const write = (bytes: Uint8Array) => output.write(bytes);
  return new Map<string, WitFunction>([
    ['wasi:cli/environment#get-environment', none],
    ['wasi:cli/environment#get-arguments', none],
    ['wasi:cli/environment#initial-cwd', nothing],
    ['wasi:cli/terminal-stdin#get-terminal-stdin', nothing],
    ['wasi:cli/terminal-stdout#get-terminal-stdout', nothing],
    ['wasi:cli/terminal-stderr#get-terminal-stderr', nothing],
    ['wasi:filesystem/preopens#get-directories', none],
    ['wasi:io/streams#[method]input-stream.read', closed],
    ['wasi:io/streams#[method]input-stream.blocking-read', closed],
    ['wasi:io/streams#[method]output-stream.check-write', () => acceptedAtOnce],
    ['wasi:io/streams#[method]output-stream.write', write],
    ['wasi:io/streams#[method]output-stream.blocking-write-and-flush', write],
    ['wasi:io/streams#[method]output-stream.flush', nothing],
    ['wasi:io/streams#[method]output-stream.blocking-flush', nothing],
    ['wasi:random/random#get-random-bytes', random],
    ['wasi:random/random#get-random-u64', randomNumber],
    ['wasi:random/insecure#get-insecure-random-bytes', random],
    ['wasi:random/insecure#get-insecure-random-u64', randomNumber],
    ['wasi:random/insecure-seed#insecure-seed', () => [randomNumber(), randomNumber()]],
  ]);
}

function randomNumber(): bigint {
  return randomBytes(8).readBigUInt64LE();
}
