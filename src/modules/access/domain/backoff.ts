import { MINUTE } from '../../../kernel/clock';

/** `free` wrong tries, then a wait that doubles with each: `first` milliseconds, at most `longest`. */
export interface Steps {
  readonly free: number;
  readonly first: number;
  readonly longest: number;
}

interface Tries {
  readonly count: number;
  readonly last: number;
}

/** Names kept at most; beyond it the oldest go first, so that a flood of made-up names cannot fill the memory. */
const LARGEST = 50_000;

/** Makes guessing under one name ever slower. Time is handed in (milliseconds), so that it can be tested without one. */
export class Backoff {
  private readonly tries = new Map<string, Tries>();

  constructor(private readonly steps: Steps) {}

  /** Milliseconds to wait; 0: the try is noted and may go on. A refused one is not noted, so that waiting always helps. */
  take(name: string, now: number): number {
    const { count, last } = this.recent(name, now);
    const left = last + this.pauseAfter(count) - now;
    if (left > 0) return left;
    this.tries.delete(name); // re-inserted at the end: the map's order is that of use
    this.tries.set(name, { count: count + 1, last: now });
    this.trim(now);
    return 0;
  }

  /** The try was a right one: whoever is here is forgiven all of them. */
  clear(name: string): void {
    this.tries.delete(name);
  }

  get size(): number {
    return this.tries.size;
  }

  private pauseAfter(count: number): number {
    const { free, first, longest } = this.steps;
    return count < free ? 0 : Math.min(first * 2 ** (count - free), longest);
  }

  /** Tries are remembered twice as long as the longest wait. */
  private recent(name: string, now: number): Tries {
    const tries = this.tries.get(name);
    return tries === undefined || this.isOver(tries, now) ? { count: 0, last: 0 } : tries;
  }

  private isOver({ last }: Tries, now: number): boolean {
    return last <= now - 2 * this.steps.longest;
  }

  private trim(now: number): void {
    for (const [name, tries] of this.tries) {
      if (!this.isOver(tries, now) && this.tries.size <= LARGEST) return;
      this.tries.delete(name);
    }
  }
}

/** Five at once, then one after a minute, two, four … a quarter of an hour. */
export const GUESSING: Steps = { free: 5, first: MINUTE, longest: 15 * MINUTE };
