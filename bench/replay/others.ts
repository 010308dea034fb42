import { call, percentile, REQUEST, sleep, type Answer } from './clients';
import type { Artist } from './world';

/** The artists who have nothing to do with it: each asks for a clip with their key and looks at the portal, all the time. */
export class Others {
  private answers: Answer[] = [];
  private isOver = false;
  private readonly running: Promise<void>[];

  constructor(artists: readonly Artist[], ports: readonly number[], everyMs: number) {
    this.running = artists.map((artist) => this.work(artist, ports, everyMs));
  }

  /** What was seen since the last look, and begins anew. */
  take(): { calls: number; refused: number; p95: number; statuses: Record<string, number> } {
    const seen = this.answers;
    this.answers = [];
    const statuses: Record<string, number> = {};
    for (const { status } of seen) statuses[status] = (statuses[status] ?? 0) + 1;
    return {
      calls: seen.length,
      refused: seen.filter(({ status }) => status < 200 || status >= 300).length,
      p95: percentile(
        seen.map(({ took }) => took),
        0.95,
      ),
      statuses,
    };
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.running);
  }

  private async work(artist: Artist, ports: readonly number[], everyMs: number): Promise<void> {
    await sleep(Math.random() * everyMs);
    for (let turn = artist.n; !this.isOver; turn += 1) {
      const port = ports[turn % ports.length] as number;
      const from = artist.address;
      this.answers.push(
        await call({ port, from, key: artist.secret, body: { ...REQUEST, prompt: `work ${turn}` } }),
      );
      this.answers.push(
        await call({ port, from, cookie: artist.cookie, path: '/api/v1/generations?limit=5' }),
      );
      await sleep(everyMs * (0.5 + Math.random()));
    }
  }
}
