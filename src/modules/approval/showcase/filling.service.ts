import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { DrawService } from '../../draw';
import { approvalRefusals } from '../contract';
import { byTurn, type Outcome } from '../domain/showcase';
import { WorkRepository } from '../works/work.repository';
import { LicensingService } from './licensing.service';
import { UsePriceService, type UsePrice } from './price.service';
import type { RoundEntity } from './round.entity';
import { RoundRepository, type Consenting } from './round.repository';

/** Gives the slots of a round in the order of its list. Each slot is a licence, and each licence is paid. */
@Injectable()
export class FillingService {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly draws: DrawService,
    private readonly works: WorkRepository,
    private readonly prices: UsePriceService,
    private readonly licensing: LicensingService,
  ) {}

  async isPriced(tx: Tx, { programId }: RoundEntity): Promise<boolean> {
    return (await this.prices.of(programId, tx)).has('showcase');
  }

  /**
   * Whoever took the consent back, took the work out, or came to the cap elsewhere meanwhile is passed over and the next
   * moves up; the outcome of each is written down.
   */
  async fill(tx: Tx, me: Actor, round: RoundEntity, candidates: readonly Consenting[]): Promise<void> {
    const price = (await this.prices.of(round.programId, tx)).get('showcase');
    const now = new Map(candidates.map((candidate) => [candidate.workId, candidate]));
    let slot = 0;
    let position = 0;
    for (const workId of await this.order(tx, me, round)) {
      position += 1;
      const found = now.get(workId);
      let outcome: Outcome = outcomeOf(found, price, round);
      if (outcome === 'shown' && slot >= round.slots) outcome = 'waiting';
      if (outcome === 'shown' && found !== undefined) {
        if (found.personId === me.id) throw refusal(approvalRefusals, 'own_work');
        slot += 1;
        await this.show(tx, me, round, { found, slot });
      }
      await this.rounds.settle(tx, round.id, workId, position, outcome);
    }
  }

  private async order(tx: Tx, me: Actor, { id, method }: RoundEntity): Promise<readonly string[]> {
    const entries = await this.rounds.entries(id, tx);
    const ids = entries.map(({ workId }) => workId);
    if (method === 'draw')
      return (await this.draws.reveal(tx, me, { kind: 'showcase', subjectId: id }, ids)).order;
    return entries
      .map((entry) => ({ ...entry, artistShown: entry.shownBefore, workShown: 0, inQuarter: 0 }))
      .toSorted(byTurn)
      .map(({ workId }) => workId);
  }

  private async show(
    tx: Tx,
    me: Actor,
    round: RoundEntity,
    { found, slot }: { found: Consenting; slot: number },
  ): Promise<void> {
    const { workId, personId, consentId, inQuarter } = found;
    const { id: roundId, programId, title, endsAt } = round;
    const work = await this.works.lock(tx, workId);
    const of = {
      consentId,
      workId,
      use: 'showcase',
      personId,
      programId,
      roundId,
      purpose: title,
      endsAt,
    } as const;
    const licenceId = await this.licensing.grant(tx, me, of, work?.title ?? title);
    await this.rounds.insertSlot(tx, { round, slot, workId, personId, nth: inQuarter + 1, licenceId });
  }
}

function outcomeOf(found: Consenting | undefined, price: UsePrice | undefined, round: RoundEntity): Outcome {
  if (found === undefined) return 'withdrawn';
  if (found.inQuarter >= round.perQuarter) return 'cap';
  if (price === undefined || price.amount < BigInt(found.price)) return 'price_fell';
  return 'shown';
}
