import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { agreementOf } from '../domain/agreement';
import { wilson } from '../domain/intervals';
import { SMALLEST_CELL } from '../domain/parity';
import { TARGET_DAYS } from '../numbers/clock-numbers.service';
import type { AgreementView } from './opinion.dto';
import { OpinionRepository } from './opinion.repository';

/** How even review is: the same work, two people, the same verdict? */
@Injectable()
export class AgreementService {
  constructor(private readonly opinions: OpinionRepository) {}

  /** Of everybody; for the public, a handful hidden. */
  async all(): Promise<AgreementView> {
    return this.of(null, SMALLEST_CELL);
  }

  /** One's own with others. Nobody else reads it. */
  async own(me: Actor): Promise<AgreementView> {
    return this.of(me.id, 1);
  }

  private async of(reviewerId: string | null, fewest: number): Promise<AgreementView> {
    const counts = await this.opinions.pairs(TARGET_DAYS, reviewerId);
    const { pairs, equal, kappa } = agreementOf(counts);
    const isShown = pairs >= fewest && equal !== null;
    return {
      days: TARGET_DAYS,
      pairs,
      equal: isShown ? wilson(Math.round(equal * pairs), pairs) : null,
      kappa: isShown && kappa !== null ? Math.round(kappa * 1000) / 1000 : null,
    };
  }
}
