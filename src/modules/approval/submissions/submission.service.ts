import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { DAY } from '../../../kernel/clock';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { GenerationService } from '../../generation';
import { AppealRepository } from '../appeals/appeal.repository';
import { approvalRefusals } from '../contract';
import type { CitableTerms } from '../domain/statement';
import { assess, type Offer } from '../domain/submission-changes';
import type { SubmissionVerb } from '../domain/submission.workflow';
import type { OfferChanges, StepInput, SubmissionInput } from './submission.dto';
import type { SubmissionEntity } from './submission.entity';
import { CitationService } from './citation.service';
import { isVisible } from './submission.mapping';
import { SubmissionMoveService } from './submission-move.service';
import { SubmissionRepository, type NewSubmission } from './submission.repository';

const LONGEST_EMBARGO = 366 * DAY;

const NOTHING_YET = {
  embargoUntil: null,
  submittedAt: null,
  dueAt: null,
  clockStoppedAt: null,
  claimedBy: null,
  claimedUntil: null,
  escalatedBy: null,
  escalatedAt: null,
  note: null,
  decidedAt: null,
} as const;

/** Only what was sent: an absent or empty member must not overwrite what is there. `null` ends an embargo. */
function offerOf(sent: OfferChanges): Partial<Offer> {
  const { title, description, rights, labels, audience, embargoUntil } = sent;
  const said = { title, description, rights: rights && { ...rights }, labels, audience };
  const offer = Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined && value !== null),
  );
  return embargoUntil === undefined ? offer : { ...offer, embargoUntil };
}

/** Handing in, and every step that a person takes afterwards. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly appeals: AppealRepository,
    private readonly moves: SubmissionMoveService,
    private readonly generations: GenerationService,
    private readonly citations: CitationService,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * Offers a keeper of one's own for sharing and returns the submission's id. Refuses another's clip (`not_found`), one
   * that is no keeper, one that is offered already, and an incomplete rights statement unless it is kept as a draft.
   */
  async submit(me: Actor, once: Once, input: SubmissionInput): Promise<string> {
    const clip = await this.generations.keeperFor(me.id, input.generationId);
    const terms = await this.citations.terms(clip.programId);
    const offer = { description: '', rights: {}, labels: [], audience: 'wide' as const, ...offerOf(input) };
    const row: NewSubmission = {
      ...NOTHING_YET,
      ...(offer as Offer & { labels: SubmissionEntity['labels'] }),
      ...(assess(offer) as Pick<SubmissionEntity, 'risk' | 'riskBecause'>),
      id: newId('sub'),
      generationId: clip.id,
      personId: me.id,
      programId: clip.programId,
      state: 'draft',
      termsVersion: terms.version,
      clauseIds: terms.clauses.map(({ id }) => id),
      clipSeconds: clip.seconds,
    };
    const { id } = await this.idempotency.run(once, async (tx) => {
      await this.open(tx, row);
      if (input.draft !== true) await this.step(tx, me, row.id, 'submit', {});
      return { id: row.id };
    });
    return id;
  }

  /** Takes `verb`; the workflow says who may and why not. */
  async act(me: Actor, once: Once, id: string, verb: SubmissionVerb, input: StepInput): Promise<void> {
    const seen = await this.submissions.find(id);
    if (seen === null || !isVisible(seen, me)) throw refusal(approvalRefusals, 'not_found');
    await this.citations.check(seen.programId, input.statement?.rulingId);
    const inForce = await this.citations.terms(seen.programId);
    const terms: CitableTerms[] = [
      { version: inForce.version, clauseIds: inForce.clauses.map((clause) => clause.id) },
      { version: seen.termsVersion, clauseIds: seen.clauseIds },
    ];
    await this.idempotency.run(once, async (tx) => {
      await this.step(tx, me, id, verb, input, terms);
      return { id };
    });
  }

  private async open(tx: Tx, row: NewSubmission): Promise<void> {
    await this.submissions.lockClip(tx, row.generationId);
    // an appeal that succeeds brings its submission back: there must be room for it
    if (await this.appeals.hasOpen(tx, row.generationId))
      throw refusal(approvalRefusals, 'already_submitted');
    if (!(await this.submissions.insert(tx, row))) throw refusal(approvalRefusals, 'already_submitted');
    await this.checkEmbargo(tx, row.embargoUntil);
  }

  private async step(
    tx: Tx,
    me: Actor,
    id: string,
    verb: SubmissionVerb,
    input: StepInput,
    terms: CitableTerms[] = [],
  ): Promise<void> {
    const row = await this.submissions.lock(tx, id);
    if (row === null || !isVisible(row, me)) throw refusal(approvalRefusals, 'not_found');
    const mayChange = verb === 'submit' || verb === 'resubmit';
    const offer = mayChange ? offerOf(input.changes ?? {}) : {};
    await this.checkEmbargo(tx, offer.embargoUntil ?? null);
    const { note, statement } = input;
    await this.moves.act(tx, row, verb, me, { note, statement, offer, terms });
  }

  private async checkEmbargo(tx: Tx, until: Date | null): Promise<void> {
    if (until === null) return;
    const ahead = until.getTime() - (await this.submissions.time(tx)).getTime();
    if (ahead <= 0 || ahead > LONGEST_EMBARGO) throw refusal(approvalRefusals, 'embargo_past');
  }
}
