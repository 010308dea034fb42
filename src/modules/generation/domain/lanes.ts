/**
 * Lets work of one key run one after the other in this process, and work of different keys side by side. One artist's
 * requests wait for the same row anyhow: waiting here they do not hold a database connection each while they do.
 */
export class Lanes {
  private readonly tails = new Map<string, Promise<void>>();

  /** The outcome of `work`, which starts when everything before it under `key` has ended, well or badly. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.tails.get(key) ?? Promise.resolve()).then(work);
    const tail = turn.then(
      () => undefined,
      () => undefined,
    );
    this.tails.set(key, tail);
    try {
      return await turn;
    } finally {
      if (this.tails.get(key) === tail) this.tails.delete(key);
    }
  }

  /** Keys with work under way. */
  get size(): number {
    return this.tails.size;
  }
}
