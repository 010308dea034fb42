import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AppealRepository } from '../appeals/appeal.repository';
import { approvalRefusals } from '../contract';
import { NO_ASSIGNMENT } from '../domain/assignment';
import { NO_HOLD } from '../domain/hold';
import type { CitableTerms } from '../domain/statement';
import { assess, type Offer } from '../domain/submission-changes';
import type { SubmissionVerb } from '../domain/submission.workflow';
import { DecisionService } from '../review/decision.service';
import { CitationService } from './citation.service';
import { OfferService } from './offer.service';
import type { StepInput, SubmissionInput } from './submission.dto';
import type { SubmissionEntity } from './submission.entity';
import { isVisible } from './submission.mapping';
import { SubmissionRepository, type NewSubmission } from './submission.repository';

const NOTHING_YET = {
  embargoUntil: null,
  wishedAt: null,
  submittedAt: null,
  dueAt: null,
  clockStoppedAt: null,
  claimedBy: null,
  claimedUntil: null,
  escalatedBy: null,
  escalatedAt: null,
  escalatedTo: null,
  proposal: null,
  staged: null,
  stagedUntil: null,
  ...NO_HOLD,
  ...NO_ASSIGNMENT,
  note: null,
  decidedAt: null,
  firstClaimedAt: null,
  firstDecidedAt: null,
  lateAt: null,
  pausedSeconds: 0,
  policyVersion: 1,
  peopleForNo: 1,
} as const;

/** Handing in, and every step that a person takes afterwards. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly appeals: AppealRepository,
    private readonly decisions: DecisionService,
    private readonly offers: OfferService,
    private readonly citations: CitationService,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * Offers a keeper of one's own for sharing and returns the submission's id. Refuses another's clip (`not_found`), one
   * that is no keeper, one that is offered already, and an incomplete offer unless it is kept as a draft.
   */
  async submit(me: Actor, once: Once, input: SubmissionInput): Promise<string> {
    const clip = await this.offers.clip(me, input.generationId);
    const terms = await this.citations.terms(clip.programId);
    const said = await this.offers.read(input);
    const blank = {
      description: '',
      rights: {},
      labels: [],
      audience: 'wide' as const,
      coAuthors: [],
      coAuthorIds: [],
    };
    const offer = { ...blank, ...said };
    const row: NewSubmission = {
      ...NOTHING_YET,
      ...(offer as Offer & Pick<SubmissionEntity, 'labels' | 'coAuthors' | 'coAuthorIds'>),
      ...(assess(offer) as Pick<SubmissionEntity, 'risk' | 'riskBecause'>),
      id: newId('sub'),
      generationId: clip.id,
      personId: me.id,
      programId: clip.programId,
      cohortId: clip.cohortId,
      state: 'draft',
      termsVersion: terms.version,
      clauseIds: terms.clauses.map(({ id }) => id),
      clipSeconds: clip.seconds,
    };
    if (input.draft !== true) await this.mustBeOpen(once, row);
    const { id } = await this.idempotency.run(once, async (tx) => {
      await this.open(tx, row);
      await this.offers.keepStance(tx, row.id, input.stance);
      if (input.draft !== true) await this.step(tx, me, row.id, 'submit', {});
      return { id: row.id };
    });
    return id;
  }

  /** Takes `verb`; the workflow says who may and why not. */
  async act(me: Actor, once: Once, id: string, verb: SubmissionVerb, input: StepInput): Promise<void> {
    const terms = await this.citable(me, id, input.statement?.rulingId);
    const changes = await this.offers.read(input.changes ?? {});
    if (verb === 'submit') await this.mustBeOpen(once, await this.submissions.find(id));
    await this.idempotency.run(once, async (tx) => {
      await this.step(tx, me, id, verb, { ...input, offer: changes, terms });
      return { id };
    });
  }

  /** The versions of the terms that a statement about it may cite, those in force first. Refuses what is not there. */
  async citable(me: Actor, id: string, rulingId: string | undefined): Promise<CitableTerms[]> {
    const seen = await this.submissions.find(id);
    if (seen === null || !isVisible(seen, me)) throw refusal(approvalRefusals, 'not_found');
    await this.citations.check(seen.programId, rulingId);
    const inForce = await this.citations.terms(seen.programId);
    return [
      { version: inForce.version, clauseIds: inForce.clauses.map((clause) => clause.id) },
      { version: seen.termsVersion, clauseIds: seen.clauseIds },
    ];
  }

  /** For whatever is handed in anew; a request that was answered before is answered the same. */
  private async mustBeOpen(
    once: Once,
    row: Pick<NewSubmission, 'personId' | 'programId'> | null,
  ): Promise<void> {
    if (row !== null && (await this.idempotency.before(once)) === null) await this.offers.mustBeOpen(row);
  }

  private async open(tx: Tx, row: NewSubmission): Promise<void> {
    await this.submissions.lockClip(tx, row.generationId);
    // an appeal that succeeds brings its submission back: there must be room for it
    if (await this.appeals.hasOpen(tx, row.generationId))
      throw refusal(approvalRefusals, 'already_submitted');
    if (!(await this.submissions.insert(tx, row))) throw refusal(approvalRefusals, 'already_submitted');
  }

  private async step(
    tx: Tx,
    me: Actor,
    id: string,
    verb: SubmissionVerb,
    input: StepInput & { offer?: Partial<Offer>; terms?: CitableTerms[] },
  ): Promise<void> {
    const row = await this.submissions.lock(tx, id);
    if (row === null || !isVisible(row, me)) throw refusal(approvalRefusals, 'not_found');
    const { note, statement, terms } = input;
    const mayChange = verb === 'submit' || verb === 'resubmit';
    const offer = mayChange ? (input.offer ?? {}) : {};
    if (mayChange && row.personId === me.id && ['draft', 'changes_requested'].includes(row.state)) {
      // what was said before and has passed since is not asked for again
      const dates = { embargoUntil: offer.embargoUntil ?? null, wishedAt: offer.wishedAt ?? null };
      const fresh = verb === 'submit' ? { ...row, ...offer } : { ...row, ...offer, ...dates };
      await this.offers.mustBeWhole(tx, fresh);
      await this.offers.keepStance(tx, id, input.changes?.stance);
    }
    await this.decisions.act(tx, row, verb, me, { note, statement, offer, terms });
  }
}
