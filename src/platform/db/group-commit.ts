/** At most this many requests share a commit: more would only make the first of them wait for the last. */
const MOST = 64;
/** Groups under way at once: one may be deciding while the other's commit is flushed. */
const LANES = 2;

interface Waiting<Q, A> {
  readonly request: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Postgres has looked at the statement and undone it: bad data, a violated constraint, raised by a function. Anything
 * else (a lost connection, a time-out) says nothing about a single request, and whether it was committed may be unknown.
 */
function isUndone(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^(22|23|P0)[0-9A-Z]{3}$/.test(code);
}

/**
 * Requests that arrive while a commit is in flight share the next one. `commit` gets a group in the order of arrival and
 * answers each request by itself. Should a group fail as a whole through one of its members, each is tried alone, so that
 * the error reaches only whoever caused it.
 */
export class GroupCommit<Q, A> {
  private readonly queue: Waiting<Q, A>[] = [];
  private lanes = 0;
  private isPlanned = false;

  private readonly most: number;

  constructor(
    private readonly commit: (group: readonly Q[]) => Promise<readonly A[]>,
    { most = MOST }: { most?: number } = {},
  ) {
    this.most = most;
  }

  /** The answer to one request, once it is durable. Rejects with the error of its own statement. */
  async add(request: Q): Promise<A> {
    return new Promise<A>((resolve, reject) => {
      this.queue.push({ request, resolve, reject });
      this.plan();
    });
  }

  /** After what has arrived with this turn of the event loop is here. */
  private plan(): void {
    if (this.isPlanned || this.lanes >= LANES || this.queue.length === 0) return;
    this.isPlanned = true;
    setImmediate(() => {
      this.isPlanned = false;
      const group = this.queue.splice(0, this.most);
      if (group.length === 0) return;
      this.lanes += 1;
      void this.carryOut(group).finally(() => {
        this.lanes -= 1;
        this.plan();
      });
      this.plan();
    });
  }

  private async carryOut(group: readonly Waiting<Q, A>[]): Promise<void> {
    try {
      const answers = await this.commit(group.map(({ request }) => request));
      for (const [place, { resolve }] of group.entries()) resolve(answers[place] as A);
    } catch (error) {
      if (group.length > 1 && isUndone(error)) for (const one of group) await this.carryOut([one]);
      else for (const { reject } of group) reject(error);
    }
  }
}
