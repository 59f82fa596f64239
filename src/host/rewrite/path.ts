import { freeInstructions } from './bounds.ts';

interface Label {
  /** Instructions before an `if`, where its `else` goes on; absent elsewhere. */
  readonly beforeIf: number | undefined;
  /** The most uncharged instructions on any path that jumps to the end. */
  most: number;
}

const unreachable = Number.NEGATIVE_INFINITY;

/**
 * Counts the instructions that may have run since fuel was last taken, on the costliest path to each point.
 * Paths only lead forward, because coming round a loop takes fuel, so one pass is exact enough.
 */
export class Path {
  readonly #labels: Label[] = [];
  #uncharged = 0;

  /** True when fuel must be taken before the next instruction. */
  step(): boolean {
    this.#uncharged++;
    if (this.#uncharged < freeInstructions) return false;
    this.#uncharged = 0;
    return true;
  }

  enterBlock(): void {
    this.#labels.push({ beforeIf: undefined, most: unreachable });
  }

  enterIf(): void {
    this.#labels.push({ beforeIf: this.#uncharged, most: unreachable });
  }

  /** The caller takes fuel at the head. */
  enterLoop(): void {
    this.#labels.push({ beforeIf: undefined, most: unreachable });
    this.#uncharged = 0;
  }

  otherwise(): void {
    const label = this.#labels.pop();
    if (label?.beforeIf === undefined) return;
    const most = Math.max(label.most, this.#uncharged);
    this.#uncharged = label.beforeIf;
    this.#labels.push({ beforeIf: undefined, most });
  }

  /** False at the end of the function. */
  end(): boolean {
    const label = this.#labels.pop();
    if (label === undefined) return false;
    this.#uncharged = Math.max(this.#uncharged, label.most, label.beforeIf ?? unreachable);
    return true;
  }

  branch(depth: number): void {
    const label = this.#labels[this.#labels.length - 1 - depth];
    if (label !== undefined) label.most = Math.max(label.most, this.#uncharged);
  }

  /** What follows is reached by branches only. */
  leave(): void {
    this.#uncharged = unreachable;
  }
}
