import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { approvalRefusals } from '../contract';
import { WorkRepository } from '../works/work.repository';
import { WorkConsentRepository } from './consent.repository';
import type { LicenceInput } from './licence.dto';
import { LicenceRepository } from './licence.repository';
import { LicensingService } from './licensing.service';
import { UsePriceService } from './price.service';

const LONGEST_MS = 731 * 86_400_000;

/** A single use of a work is taken: marketing, training, press. Slots of the showcase come from rounds. */
@Injectable()
export class LicencesService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly works: WorkRepository,
    private readonly consents: WorkConsentRepository,
    private readonly licences: LicenceRepository,
    private readonly prices: UsePriceService,
    private readonly licensing: LicensingService,
  ) {}

  /**
   * Refuses `own_work`, `not_public`, `no_consent`, `use_unpriced`, `price_fell` (the card pays less than was agreed to) and
   * `licensed_already`. Returns the id; paid for once by the price of the card in force.
   */
  async grant(once: Once, me: Actor, input: LicenceInput): Promise<{ id: string }> {
    const { workId, use, purpose } = input;
    const endsAt = new Date(input.endsAt);
    const ahead = endsAt.getTime() - Date.now();
    if (ahead <= 0 || ahead > LONGEST_MS) throw refusal(approvalRefusals, 'licence_times');
    return this.idempotency.run(once, async (tx) => {
      const work = await this.works.lock(tx, workId);
      if (work === null) throw refusal(approvalRefusals, 'not_found');
      if (work.personId === me.id) throw refusal(approvalRefusals, 'own_work');
      if (!work.isListed || work.isTakenDown) throw refusal(approvalRefusals, 'not_public');
      const consent = await this.consents.lock(tx, workId, use);
      if (consent === null) throw refusal(approvalRefusals, 'no_consent', { use });
      const price = (await this.prices.of(work.programId, tx)).get(use);
      if (price === undefined) throw refusal(approvalRefusals, 'use_unpriced', { use });
      if (price.currency !== consent.currency || price.amount < BigInt(consent.price))
        throw refusal(approvalRefusals, 'price_fell', { agreed: consent.price, currency: consent.currency });
      if (await this.licences.isRunning(tx, workId, use)) throw refusal(approvalRefusals, 'licensed_already');
      const { personId, programId, title } = work;
      const of = { consentId: consent.id, workId, use, personId, programId, roundId: null, purpose, endsAt };
      return { id: await this.licensing.grant(tx, me, of, title) };
    });
  }
}
