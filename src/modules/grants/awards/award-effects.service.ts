import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { CallApplicationRepository } from '../applications/call-application.repository';
import type { CallEntity } from '../calls/call.entity';
import { awardMoved, grantsRefusals } from '../contract';
import type { AwardState } from '../domain/award.workflow';
import type { AwardVerbBody } from './award.dto';
import type { AwardEntity } from './award.entity';
import { unpaid } from './award.mapping';
import { AwardRepository, type AwardNote } from './award.repository';
import type { MilestoneEntity } from './milestone.entity';
import { OfferService } from './offer.service';
import { TrancheService } from './tranche.service';

/** What each step of an award writes down, pays and gives back. */
@Injectable()
export class AwardEffectsService {
  constructor(
    private readonly awards: AwardRepository,
    private readonly applications: CallApplicationRepository,
    private readonly offers: OfferService,
    private readonly tranches: TrancheService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** The table asks for these together with the new state. Refuses `reasons_missing` for a report without a word. */
  async before(
    tx: Tx,
    actor: Actor,
    row: AwardEntity,
    verb: string,
    { text, appealUntil }: AwardVerbBody & { readonly appealUntil?: string | undefined },
    from: string,
  ): Promise<void> {
    if (verb === 'report' && text === undefined) throw refusal(grantsRefusals, 'reasons_missing');
    const said = text ?? null;
    const now = new Date();
    const until = appealUntil === undefined ? null : new Date(appealUntil);
    const notes: Record<string, AwardNote> = {
      accept: { acceptedAt: now, acceptedHash: row.agreementHash, acceptedFrom: from },
      report: { report: said },
      terminate: {
        endedBy: actor.id,
        endReasons: said,
        appealUntil: until,
        appeal: null,
        appealAnswer: null,
        appealAnsweredBy: null,
      },
      appeal: { appeal: said },
      uphold: { appealAnswer: said },
      overturn: { appealAnswer: said },
    };
    const note = notes[verb];
    if (note !== undefined) await this.awards.note(tx, row.id, note);
  }

  /** `row` is the award in its new state, under the lock of its call. */
  async after(
    tx: Tx,
    actor: Actor,
    call: CallEntity,
    row: AwardEntity,
    milestones: readonly MilestoneEntity[],
    { verb, from }: { verb: string; from: AwardState },
  ): Promise<void> {
    if (verb === 'accept') {
      for (const milestone of milestones)
        if (milestone.isAtStart) await this.tranches.release(tx, SYSTEM, row, milestone, 'payAtStart');
    }
    if (row.state === 'turned_down') await this.turnedDown(tx, actor, call, row);
    if (row.state === 'terminated') {
      await this.tranches.cancelOpen(tx, row, milestones);
      await this.offers.reuse(tx, call, row, unpaid(row, milestones));
    }
    if (verb === 'accept' && (await this.awards.countOffered(tx, call.id)) === 0)
      await this.offers.endReserve(tx, call);
    await this.audit.record(tx, actor, `award.${verb}`, row.id, { callId: call.id, from, to: row.state });
    await this.outbox.add(tx, awardMoved, {
      awardId: row.id,
      programId: row.programId,
      personId: row.personId,
      title: call.title,
      verb,
      from,
      to: row.state,
    });
  }

  private async turnedDown(tx: Tx, actor: Actor, call: CallEntity, row: AwardEntity): Promise<void> {
    const application = await this.applications.lock(tx, row.applicationId);
    await this.applications.move(tx, {
      id: application.id,
      verb: 'turnDown',
      from: application.state,
      to: 'turned_down',
      actor,
    });
    await this.offers.reuse(tx, call, row, row.amount);
  }
}
