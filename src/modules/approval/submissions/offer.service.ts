import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { PeopleService } from '../../access';
import { EnrollmentService } from '../../enrollment';
import { GenerationService, type GenerationCard } from '../../generation';
import { approvalRefusals } from '../contract';
import { offerFaults } from '../domain/offer-check';
import type { Stance } from '../domain/stance';
import { assess, type Offer } from '../domain/submission-changes';
import { SharingPolicyService } from '../policy/policy.service';
import type { CheckView } from './check.dto';
import type { CheckInput, OfferChanges } from './submission.dto';
import { SubmissionRepository } from './submission.repository';

/** Said by nobody yet. */
const BLANK: Offer = {
  title: '',
  description: '',
  rights: {},
  labels: [],
  audience: 'wide',
  embargoUntil: null,
  wishedAt: null,
  coAuthors: [],
  coAuthorIds: [],
};

/** What an artist says about a clip: read from what was sent, and looked at before and at handing in alike. */
@Injectable()
export class OfferService {
  constructor(
    private readonly db: Database,
    private readonly submissions: SubmissionRepository,
    private readonly people: PeopleService,
    private readonly enrollments: EnrollmentService,
    private readonly generations: GenerationService,
    private readonly policies: SharingPolicyService,
  ) {}

  /** Only what was sent: an absent or empty member must not overwrite what is there. `null` ends an embargo or a wish. */
  async read(sent: OfferChanges): Promise<Partial<Offer>> {
    const { title, description, rights, labels, audience, embargoUntil, wishedAt, coAuthors } = sent;
    const said = { title, description, rights: rights && { ...rights }, labels, audience };
    const offer = Object.fromEntries(
      Object.entries(said).filter(([, value]) => value !== undefined && value !== null),
    );
    const people = await Promise.all(
      (coAuthors ?? []).map(async ({ email }) =>
        email === undefined ? null : this.people.findByEmail(email),
      ),
    );
    return {
      ...offer,
      ...(embargoUntil === undefined ? {} : { embargoUntil }),
      ...(wishedAt === undefined ? {} : { wishedAt }),
      ...(coAuthors === undefined
        ? {}
        : {
            coAuthors: coAuthors.map(({ name }) => name),
            coAuthorIds: people.flatMap((person) => (person === null ? [] : [person.id])),
          }),
    };
  }

  /** One's own keeper and the cohort in which it was made. Refuses another's (`not_found`) and what is no keeper. */
  async clip(me: Actor, generationId: string): Promise<GenerationCard & { cohortId: string | null }> {
    const clip = await this.generations.keeperFor(me.id, generationId);
    const enrollment = await this.enrollments.find(clip.enrollmentId);
    return { ...clip, cohortId: enrollment?.cohortId ?? null };
  }

  /** Refuses where the end of the programme or a suspension closes sharing; what was handed in before goes on. */
  async mustBeOpen({ personId, programId }: { personId: string; programId: string }): Promise<void> {
    await this.enrollments.checkOpen(personId, programId, 'sharing');
  }

  /** Refuses with the first fault; all of them are named. */
  async mustBeWhole(tx: Tx, offer: Offer): Promise<void> {
    const faults = offerFaults(offer, await this.submissions.time(tx));
    const [first] = faults;
    if (first === undefined) return;
    const missing = faults
      .filter(({ code }) => code === first.code)
      .map(({ part }) => part.replace('rights.', ''));
    throw refusal(approvalRefusals, first.code, { missing, faults });
  }

  /** What is missing, and what would happen if it were handed in now. Nothing is kept. */
  async check(me: Actor, input: CheckInput): Promise<CheckView> {
    const offer: Offer = { ...BLANK, ...(await this.read(input)) };
    const { generationId } = input;
    if (generationId === undefined) {
      const none = { part: 'generationId', code: 'clip_missing', says: 'Choose the keeper that is offered.' };
      return this.answer(offer, [none], false);
    }
    const { id } = await this.clip(me, generationId);
    return this.answer(offer, [], await this.db.tx((tx) => this.submissions.hasOpen(tx, id)));
  }

  /** The same for a draft or for changes that were asked for. Refuses what is not one's own. */
  async checkChanges(me: Actor, id: string, sent: OfferChanges): Promise<CheckView> {
    const row = await this.submissions.find(id);
    if (row === null || row.personId !== me.id) throw refusal(approvalRefusals, 'not_found');
    return this.answer({ ...row, ...(await this.read(sent)) }, [], false);
  }

  async keepStance(tx: Tx, id: string, stance: Stance | null | undefined): Promise<void> {
    if (stance !== undefined) await this.submissions.keepStance(tx, id, stance);
  }

  private async answer(
    offer: Offer,
    before: readonly { part: string; code: string; says: string }[],
    hasOpen: boolean,
  ): Promise<CheckView> {
    const missing = [...before, ...offerFaults(offer, await this.submissions.time(), hasOpen)];
    const policy = await this.policies.inForce();
    const { risk, riskBecause } = assess(offer, policy);
    const { hours, atDeadline, peopleForNo } = policy.classes[risk];
    const { version: policyVersion } = policy;
    const follows = { risk, riskBecause: [...riskBecause], hours, atDeadline, peopleForNo, policyVersion };
    return { isReady: missing.length === 0, missing, ...follows };
  }
}
