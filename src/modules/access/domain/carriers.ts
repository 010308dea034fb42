/** Which carrier (autonomous system, by its number) runs a network, from tables of ranges: 20 bytes a range. */
export class Carriers {
  private readonly v4 = new Ranges();
  private readonly v6 = new Ranges();

  /**
   * A line of a table: first and last address as whole numbers, number of the carrier, and whatever follows. `false`: it
   * is none. Of IPv6 addresses the first 48 bits count: what is announced to others is no smaller.
   */
  add(line: string, family: 4 | 6): boolean {
    const match = /^"?(\d{1,39})"?,"?(\d{1,39})"?,"?(\d{1,10})"?(?:,|$)/.exec(line);
    if (match === null) return false;
    const [, first = '', last = '', carrier = ''] = match;
    if (family === 4) this.v4.add(Number(first), Number(last), Number(carrier));
    else this.v6.add(Number(BigInt(first) >> 80n), Number(BigInt(last) >> 80n), Number(carrier));
    return true;
  }

  /** The carrier of an address in whole numbers: IPv4 as it is, of IPv6 the first 48 bits. */
  of(address: number, family: 4 | 6): number | null {
    return (family === 4 ? this.v4 : this.v6).find(address);
  }

  get size(): number {
    return this.v4.size + this.v6.size;
  }
}

function larger<T extends Float64Array | Uint32Array>(into: T, from: T): T {
  into.set(from);
  return into;
}

/** Ranges in the order of their first address, in columns of numbers that grow by half. */
class Ranges {
  private firsts = new Float64Array(1024);
  private lasts = new Float64Array(1024);
  private carriers = new Uint32Array(1024);
  size = 0;

  add(first: number, last: number, carrier: number): void {
    if (this.size === this.firsts.length) this.grow();
    this.firsts[this.size] = first;
    this.lasts[this.size] = last;
    this.carriers[this.size] = carrier;
    this.size += 1;
  }

  find(address: number): number | null {
    let low = 0;
    let high = this.size - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if ((this.firsts[middle] as number) <= address) low = middle + 1;
      else high = middle - 1;
    }
    const isWithin = high >= 0 && address <= (this.lasts[high] as number);
    return isWithin ? (this.carriers[high] as number) : null;
  }

  private grow(): void {
    const length = Math.ceil(this.firsts.length * 1.5);
    this.firsts = larger(new Float64Array(length), this.firsts);
    this.lasts = larger(new Float64Array(length), this.lasts);
    this.carriers = larger(new Uint32Array(length), this.carriers);
  }
}
