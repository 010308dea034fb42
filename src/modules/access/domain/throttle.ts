/** At most `limit` attempts under one name within `window` milliseconds. */
export interface Allowance {
  readonly limit: number;
  readonly window: number;
}

/** Names kept at most; beyond it the oldest go first, so that a flood of made-up names cannot fill the memory. */
const LARGEST = 50_000;

/** Counts attempts per name in sliding windows. Time is handed in (milliseconds), so that it can be tested without one. */
export class Throttle {
  private readonly attempts = new Map<string, number[]>();

  constructor(private readonly allowance: Allowance) {}

  /** Notes an attempt; `false`: it is one too many and is not noted, so that waiting always helps. */
  take(name: string, now: number): boolean {
    const recent = this.recent(name, now);
    if (recent.length >= this.allowance.limit) return false;
    this.attempts.delete(name); // re-inserted at the end: the map's order is that of use
    this.attempts.set(name, [...recent, now]);
    this.trim(now);
    return true;
  }

  /** Takes the last attempt back: it was a right one. */
  giveBack(name: string): void {
    const rest = this.attempts.get(name)?.slice(0, -1) ?? [];
    if (rest.length > 0) this.attempts.set(name, rest);
    else this.attempts.delete(name);
  }

  get size(): number {
    return this.attempts.size;
  }

  private recent(name: string, now: number): number[] {
    return (this.attempts.get(name) ?? []).filter((at) => at > now - this.allowance.window);
  }

  private trim(now: number): void {
    for (const [name, times] of this.attempts) {
      const isOver = (times.at(-1) ?? 0) <= now - this.allowance.window;
      if (!isOver && this.attempts.size <= LARGEST) return;
      this.attempts.delete(name);
    }
  }
}

/** What counts as one place: an IPv4 address, or the /64 network of an IPv6 address (one subscriber owns all of it). */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped !== null) return mapped[1] as string;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%', 1).join('').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
