import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { ClipService } from './clip.service';
import { isEnd } from './contract';
import type { GenerationView } from './generation.dto';
import { GenerationRepository, type Changed } from './generation.repository';

const POLL_MS = 250;
/** A transaction may commit a revision this much later than it took it; older rows are not looked at again. */
const OVERLAP_SECONDS = 30;
const SNAPSHOT = 50;

export interface Watch {
  readonly actor: Actor;
  /** Whose clips. */
  readonly personId: string;
  /** One clip, or all of that person. */
  readonly generationId: string | null;
  /** What the client has seen: its Last-Event-ID. */
  readonly since: bigint | null;
  readonly send: (view: GenerationView) => void;
}

interface Watcher extends Watch {
  position: bigint;
  /** Revision last sent, by generation. */
  readonly sent: Map<string, bigint>;
}

/**
 * Tells watchers what changed, by looking into the table four times a second while anybody watches: the same in every
 * process, and nothing is lost when a process or a queue is.
 */
@Injectable()
export class LiveService implements OnModuleDestroy {
  private readonly log = new Logger('live');
  private readonly watchers = new Set<Watcher>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly generations: GenerationRepository,
    private readonly clips: ClipService,
  ) {}

  /**
   * Sends the present state first (of the one clip, or of everything open; with `since`, of everything changed after
   * it), then every change. Returns how to stop.
   */
  async watch(watch: Watch): Promise<() => void> {
    const position = watch.since ?? (await this.generations.lastRevision());
    const watcher: Watcher = { ...watch, position, sent: new Map() };
    if (watch.since === null) this.tell(watcher, await this.snapshot(watch));
    this.watchers.add(watcher);
    this.timer ??= setTimeout(() => void this.turn(), POLL_MS);
    return () => this.watchers.delete(watcher);
  }

  onModuleDestroy(): void {
    clearTimeout(this.timer);
    this.watchers.clear();
  }

  private async snapshot({ actor, personId, generationId }: Watch): Promise<GenerationView[]> {
    if (generationId !== null) return this.clips.views(actor, [generationId]);
    const rows = await this.generations.list({ personId }, null, SNAPSHOT);
    const open = rows.filter((row) => !isEnd(row.state)).map((row) => row.id);
    return this.clips.views(actor, open.toReversed());
  }

  private async turn(): Promise<void> {
    await this.look().catch((error: unknown) => this.log.warn(error));
    this.timer = this.watchers.size === 0 ? undefined : setTimeout(() => void this.turn(), POLL_MS);
  }

  private async look(): Promise<void> {
    const watchers = [...this.watchers];
    if (watchers.length === 0) return;
    const people = [...new Set(watchers.map(({ personId }) => personId))];
    const from = watchers.reduce(
      (low, { position }) => (position < low ? position : low),
      watchers[0]?.position ?? 0n,
    );
    const changed = await this.generations.listChanged(people, from, OVERLAP_SECONDS);
    for (const watcher of watchers) {
      const news = changed.filter((row) => isNews(watcher, row)).map((row) => row.id);
      if (news.length > 0) this.tell(watcher, await this.clips.views(watcher.actor, news));
    }
  }

  private tell(watcher: Watcher, views: readonly GenerationView[]): void {
    for (const view of views) {
      const revision = BigInt(view.revision);
      watcher.sent.set(view.id, revision);
      if (revision > watcher.position) watcher.position = revision;
      watcher.send(view);
    }
  }
}

function isNews({ personId, generationId, sent }: Watcher, row: Changed): boolean {
  if (row.personId !== personId || (generationId !== null && row.id !== generationId)) return false;
  return row.revision > (sent.get(row.id) ?? -1n);
}
