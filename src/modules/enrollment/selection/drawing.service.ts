import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { DrawService, drawRefusals } from '../../draw';
import { PolicyService, type Program } from '../../program';
import { ApplicationRepository } from '../applications/application.repository';
import { enrollmentRefusals } from '../contract';
import { DrawnRepository } from './drawn.repository';
import { SeatingService } from './seating.service';

/** The subject of the draw that decides who comes into a programme. */
export const placesDraw = (programId: string) => ({ kind: 'enrollment', subjectId: programId }) as const;

export const DRAW_STEPS = ['commit', 'close', 'hold', 'cancel'] as const;
export type DrawStep = (typeof DRAW_STEPS)[number];

const ENTERED = new Set(['submitted', 'in_review']);

/** Selection by a draw that anybody can recompute: hash of the seed, list, seed, each public before the next. */
@Injectable()
export class DrawingService {
  constructor(
    private readonly policies: PolicyService,
    private readonly applications: ApplicationRepository,
    private readonly drawn: DrawnRepository,
    private readonly draws: DrawService,
    private readonly seating: SeatingService,
  ) {}

  /**
   * Takes one step. Refuses `not_by_draw`, `deadline_ahead` for a list that is still open, `programme_full` without a free
   * seat, and as the draw itself: `draw.list_changed` when the list is not the published one.
   */
  async take(tx: Tx, me: Actor, program: Program, step: DrawStep, reason: string): Promise<void> {
    const selection = (await this.policies.review(program.id, tx))?.selection ?? null;
    if (selection !== 'draw') throw refusal(enrollmentRefusals, 'not_by_draw', { selection });
    const subject = placesDraw(program.id);
    if (step === 'commit') return this.commit(tx, me, program);
    if (step === 'cancel') return this.draws.cancel(tx, me, subject, reason);
    if (step === 'hold') return this.hold(tx, me, program);
    const { applicationsUntil } = program;
    if (applicationsUntil === null || applicationsUntil > new Date())
      throw refusal(enrollmentRefusals, 'deadline_ahead', {
        closesAt: applicationsUntil?.toISOString() ?? null,
      });
    await this.draws.freeze(tx, me, subject, await this.drawn.entries(tx, program.id));
  }

  private async commit(tx: Tx, me: Actor, program: Program): Promise<void> {
    const places = program.capacity - (await this.seating.lock(tx, program.id));
    if (places <= 0) throw refusal(enrollmentRefusals, 'programme_full', { capacity: program.capacity });
    await this.draws.commit(tx, me, {
      ...placesDraw(program.id),
      title: `Places in ${program.name}`,
      places,
    });
  }

  /**
   * The seed becomes public and the first get their seats in the same transaction; everybody else's place in line follows
   * from the same order and is written by SettlingService. Who withdrew meanwhile is passed over.
   */
  private async hold(tx: Tx, me: Actor, program: Program): Promise<void> {
    const published = await this.draws.find(placesDraw(program.id));
    if (published === null) throw refusal(drawRefusals, 'not_committed');
    const frozenAt = published.frozenAt === null ? null : new Date(published.frozenAt);
    if (published.state === 'revealed') return;
    const entries = await this.drawn.entries(tx, program.id, frozenAt);
    const { order, winners } = await this.draws.reveal(tx, me, placesDraw(program.id), entries);
    const free = program.capacity - (await this.seating.lock(tx, program.id));
    let left = Math.min(free, winners.length);
    for (const id of order) {
      if (left === 0) return;
      const row = await this.applications.lock(tx, id);
      if (!ENTERED.has(row.state)) continue;
      await this.seating.seat(tx, SYSTEM, row, 'admit', { note: { drawId: published.id } });
      left -= 1;
    }
  }
}
