import { Injectable } from '@nestjs/common';
import { createEvents, type DateTime, type EventAttributes } from 'ics';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Settings } from '../../../platform/config/settings';
import type { Tx } from '../../../platform/db/database';
import { CohortRepository } from '../cohorts/cohort.repository';
import { programRefusals } from '../contract';
import { programDates, type Deadline, type ProgramDate } from '../domain/calendar';
import { termsOf } from '../domain/versions';
import { maySeeDrafts } from '../domain/visibility';
import { ProgramService } from '../program.service';
import { VersionRepository } from '../version.repository';
import { DeadlineRepository } from './deadline.repository';

const partsOf = (at: Date): DateTime => [
  at.getUTCFullYear(),
  at.getUTCMonth() + 1,
  at.getUTCDate(),
  at.getUTCHours(),
  at.getUTCMinutes(),
];

/** Every date of a programme in one place, its own and those that other parts keep here. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly programs: ProgramService,
    private readonly cohorts: CohortRepository,
    private readonly versions: VersionRepository,
    private readonly deadlines: DeadlineRepository,
    private readonly settings: Settings,
  ) {}

  /** Earliest first. A draft's are for those who prepare it. */
  async list(me: Actor, idOrSlug: string): Promise<ProgramDate[]> {
    const program = await this.programs.get(idOrSlug);
    if (program.state === 'draft' && !maySeeDrafts(me)) throw refusal(programRefusals, 'not_found');
    const { id } = program;
    const [cohorts, versions, deadlines, newest] = await Promise.all([
      this.cohorts.list(id),
      this.versions.listTerms([id]),
      this.deadlines.list(id),
      this.versions.findNewest(id, 'terms'),
    ]);
    const clauses = newest === null ? [] : termsOf(newest).clauses;
    return programDates({ program, cohorts, versions, clauses, deadlines });
  }

  /** The same list as iCalendar (RFC 5545), to subscribe to: an entry that moves keeps its UID. */
  async ics(me: Actor, idOrSlug: string): Promise<string> {
    const program = await this.programs.get(idOrSlug);
    const { publicUrl, port } = this.settings;
    const base = (publicUrl ?? `http://localhost:${port}`).replace(/\/+$/, '');
    const events = (await this.list(me, program.id)).map(({ key, title, at, link }): EventAttributes => ({
      uid: `${program.id}-${key}@atelier`,
      title,
      start: partsOf(at),
      startInputType: 'utc',
      startOutputType: 'utc',
      duration: { minutes: 30 },
      // As text: the library's `url` takes no host without a dot.
      description: `${base}${link}`,
      productId: 'atelier',
      calName: program.name,
    }));
    const { error, value } = createEvents(events);
    if (error !== undefined && error !== null) throw error;
    return value ?? '';
  }

  /** Keeps a deadline of another part under its key; the same key moves it. */
  async keep(tx: Tx, programId: string, deadline: Deadline): Promise<void> {
    await this.deadlines.put(tx, programId, deadline);
  }

  /** Takes a deadline out, whether it was there or not. */
  async drop(tx: Tx, programId: string, key: string): Promise<void> {
    await this.deadlines.remove(tx, programId, key);
  }
}
