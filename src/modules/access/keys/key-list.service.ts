import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { DAY } from '../../../kernel/clock';
import { toJsonInteger } from '../../../kernel/money';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { WatchRepository, type UsageHour } from '../watch/watch.repository';
import { WatchService } from '../watch/watch.service';
import { keyView, type KeyListItem } from './key.dto';
import { KeyRepository } from './key.repository';
import { SpendService } from './spend.service';

/** Days of the little chart of a key's use. */
const USAGE_DAYS = 14;

/** Calls of each of the last days, the oldest first. Days are those of UTC. */
function byDay(hours: readonly UsageHour[], now: number): number[] {
  const today = Math.floor(now / DAY);
  const days = Array.from({ length: USAGE_DAYS }, () => 0);
  for (const { hour, calls } of hours) {
    const place = USAGE_DAYS - 1 - (today - Math.floor(hour.getTime() / DAY));
    if (place >= 0 && place < USAGE_DAYS) days[place] = (days[place] ?? 0) + calls;
  }
  return days;
}

/** Keys with what they were used for. */
@Injectable()
export class KeyListService {
  constructor(
    private readonly keys: KeyRepository,
    private readonly watch: WatchService,
    private readonly seen: WatchRepository,
    private readonly spend: SpendService,
  ) {}

  /** Keys of a person, newest first, as `me` may act on them. */
  async listOf(
    me: Actor,
    personId: string,
    page: { cursor?: string | undefined; limit: number },
  ): Promise<Page<KeyListItem>> {
    await this.watch.flush();
    const before = page.cursor === undefined ? null : String(decodeCursor(page.cursor, 1)[0]);
    const rows = await this.keys.list(personId, before, page.limit + 1);
    const ids = rows.map(({ id }) => id);
    const [hours, spent] = await Promise.all([this.seen.usage(ids, USAGE_DAYS + 1), this.spend.of(ids)]);
    return toPage(
      rows,
      page.limit,
      (row) => [row.id],
      (row) => {
        const { hourCredits = 0n, dayCredits = 0n, openClips = 0 } = spent.get(row.id) ?? {};
        return {
          ...keyView(row, me),
          usage: byDay(hours.filter(({ keyId }) => keyId === row.id), Date.now()), // prettier-ignore
          spentThisHour: toJsonInteger(hourCredits),
          spentToday: toJsonInteger(dayCredits),
          openClips,
        };
      },
    );
  }
}
