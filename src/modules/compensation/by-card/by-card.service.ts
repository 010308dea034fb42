import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { PeopleService } from '../../access';
import { ProgramService, RATE_ITEMS } from '../../program';
import { compensationRefusals } from '../contract';
import { EarningService } from '../earning.service';
import type { ByCardBody, GivenView } from './by-card.dto';

/** Appearances and goodwill: what a manager says has happened, at the price of the card. */
@Injectable()
export class ByCardService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly programs: ProgramService,
    private readonly people: PeopleService,
    private readonly earning: EarningService,
  ) {}

  /** Refuses `own_money`, `no_price` where the card in force has none, and `not_found`. */
  async give(
    once: Once,
    me: Actor,
    idOrSlug: string,
    { personId, item, reason }: ByCardBody,
  ): Promise<GivenView> {
    const { id: programId } = await this.programs.get(idOrSlug);
    if (personId === me.id) throw refusal(compensationRefusals, 'own_money');
    const person = await this.people.find(personId);
    if (person === null || !person.roles.includes('artist')) throw refusal(compensationRefusals, 'not_found');
    return this.idempotency.run(once, async (tx) => {
      const id = newId('fct');
      const { says } = RATE_ITEMS[item];
      const outcome = await this.earning.earnByCard(
        tx,
        {
          programId,
          personId,
          items: [item],
          category: 'service',
          causeType: 'by_card',
          causeId: id,
          evidence: { says, reason },
        },
        me,
      );
      if (outcome === 'no_price') throw refusal(compensationRefusals, 'no_price', { item });
      return { id };
    });
  }
}
