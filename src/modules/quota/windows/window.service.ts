import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { EnrollmentService } from '../../enrollment';
import { LedgerService } from '../../ledger';
import { ProgramService, type Program, type QuotaPlan } from '../../program';
import { expire, grant, purseAccount } from '../domain/recipes';
import { closeWindow } from '../domain/rollover';
import { windowAfter, windowAt, type Window } from '../domain/windows';
import type { PurseEntity } from './purse.entity';
import { PurseRepository } from './purse.repository';

const ROUND = 200;

type Purse = Pick<PurseEntity, 'id' | 'kind' | 'programId'>;

const creditsOf = (plan: QuotaPlan, { kind }: Purse): bigint =>
  kind === 'artist' ? plan.credits : plan.pooledCredits;

const isOver = ({ state, endsAt }: Program, now: Date): boolean => state === 'closed' || endsAt <= now;

/**
 * Credits that come by the window, once for each window of each purse. Everything happens under the lock of the purse's
 * row, which knows its present window: any number of sweeps at once, a crash between two, or a clock that jumps back
 * grant nothing twice. A plan applies from the window on that begins after its publication.
 */
@Injectable()
export class WindowService {
  constructor(
    private readonly db: Database,
    private readonly purses: PurseRepository,
    private readonly program: ProgramService,
    private readonly ledger: LedgerService,
    private readonly enrollments: EnrollmentService,
  ) {}

  /** An artist is active: their purse, and that of the programme's pool, have the window of `now`. */
  async enter(tx: Tx, enrollmentId: string, programId: string, now?: Date): Promise<void> {
    const at = now ?? (await this.purses.now(tx));
    const program = await this.program.get(programId, tx);
    if (isOver(program, at)) return;
    await this.open(tx, { id: enrollmentId, kind: 'artist', programId }, program, at);
    await this.open(tx, { id: programId, kind: 'pool', programId }, program, at);
  }

  /** An artist is away or gone: what they have stays, and no further windows come. */
  async leave(tx: Tx, enrollmentId: string): Promise<void> {
    await this.purses.setOpen(tx, enrollmentId, false);
  }

  /**
   * Closes every window that has ended and opens the next, one by one where several were missed. Returns how many
   * windows were opened. One purse's trouble does not keep the others waiting: it is thrown at the end.
   */
  async sweep(now?: Date): Promise<number> {
    const at = now ?? (await this.purses.now());
    const faults: unknown[] = [];
    let count = 0;
    let ids = await this.purses.listDue(at, '', ROUND);
    while (ids.length > 0) {
      for (const id of ids) {
        try {
          while (await this.advance(id, at)) count += 1;
        } catch (error) {
          faults.push(error);
        }
      }
      ids = await this.purses.listDue(at, ids.at(-1) ?? '', ROUND);
    }
    if (faults.length > 0)
      throw new AggregateError(faults, `${faults.length} purses could not change window`);
    return count;
  }

  private async open(tx: Tx, purse: Purse, program: Program, now: Date): Promise<void> {
    const row = await this.purses.lock(tx, purse.id);
    const plan = await this.plan(tx, purse);
    const window = windowAt(plan.window, now, program);
    if (row === null) {
      const isNew = await this.purses.insert(tx, { ...purse, planId: plan.id, ...window });
      if (isNew) await this.grant(tx, purse, plan, window);
    } else if (row.endsAt > now) {
      if (!row.isOpen) await this.purses.setOpen(tx, row.id, true);
    } else {
      const startsAt = row.endsAt > window.startsAt ? row.endsAt : window.startsAt;
      await this.change(tx, row, plan, { startsAt, endsAt: window.endsAt });
    }
  }

  /** One window forwards. `false`: the purse has the window of `now`, or gets no further ones. */
  private async advance(id: string, now: Date): Promise<boolean> {
    return this.db.tx(async (tx) => {
      const row = await this.purses.lock(tx, id);
      if (row === null || !row.isOpen || row.endsAt > now) return false;
      const program = await this.program.get(row.programId, tx);
      const plan = await this.plan(tx, row, { at: row.endsAt });
      const window = program.state === 'closed' ? null : windowAfter(row.endsAt, plan.window, program);
      if (window === null) {
        await this.purses.setLasting(tx, id, await this.close(tx, row));
        await this.purses.setOpen(tx, id, false);
        return false;
      }
      await this.change(tx, row, plan, window);
      return true;
    });
  }

  private async change(tx: Tx, row: PurseEntity, plan: QuotaPlan, window: Window): Promise<void> {
    const lasting = await this.close(tx, row);
    await this.purses.moveWindow(tx, { id: row.id, planId: plan.id, ...window, lasting });
    await this.grant(tx, row, plan, window);
  }

  /** An artist's is that of their cohort, where it has one; the pool's is the programme's. */
  private async plan(tx: Tx, purse: Purse, which?: { at: Date }): Promise<QuotaPlan> {
    const enrollment = purse.kind === 'artist' ? await this.enrollments.find(purse.id, tx) : null;
    return this.program.quotaPlan(purse.programId, tx, which, enrollment?.cohortId);
  }

  /** Ends the purse's window by the rules it began under; returns what lasts. */
  private async close(tx: Tx, row: PurseEntity): Promise<bigint> {
    const rules = await this.program.quotaPlan(row.programId, tx, { id: row.planId });
    const account = purseAccount(row);
    const has = (await this.ledger.balances([account], tx, { locks: true })).get(account);
    const { expired, lasting } = closeWindow(
      { balance: has?.balance ?? 0n, held: has?.held ?? 0n, lasting: row.lasting },
      rules,
    );
    if (expired > 0n) await this.ledger.post(tx, expire(row, rules.id, row, expired));
    return lasting;
  }

  private async grant(tx: Tx, purse: Purse, plan: QuotaPlan, window: Window): Promise<void> {
    const credits = creditsOf(plan, purse);
    if (credits > 0n) await this.ledger.post(tx, grant(purse, plan.id, window, credits));
  }
}
