import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { DAY, later } from '../../../kernel/clock';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { GuardService } from '../../redress';
import { feedbackMoved, feedbackRefusals } from '../contract';
import { ACCEPT_AFTER_DAYS } from '../domain/feedback.workflow';
import { weightOf } from '../domain/impact';
import { intakeFault } from '../domain/intake-limits';
import { isProtected } from '../domain/protected';
import { titleOf } from '../domain/title';
import type { FeedbackOrigin } from '../domain/words';
import { FeedbackFileRepository } from '../files/feedback-file.repository';
import { FeedbackRepository } from '../feedback.repository';
import type { FeedbackInput } from './intake.dto';
import { IntakeRepository } from './intake.repository';
import { PseudonymRepository } from './pseudonym.repository';
import { SubjectService, type Subject } from './subject.service';

/** What is filed, and what was found out about it beforehand. */
export interface Filing extends Subject {
  readonly personId: string;
  readonly origin: FeedbackOrigin;
  readonly input: Omit<FeedbackInput, 'generationId' | 'programId'>;
}

/** The member is absent when the other one is `null`. */
const given = <T>(value: T | null | undefined): T | null => value ?? null;

@Injectable()
export class FilingService {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly files: FeedbackFileRepository,
    private readonly pseudonyms: PseudonymRepository,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly guard: GuardService,
  ) {}

  /** Writes one item and tells of it. Of what carries no name neither the log nor the history names the person. */
  async file(
    tx: Tx,
    me: Actor,
    { personId, programId, generationId, parameters, origin, input }: Filing,
  ): Promise<string> {
    const { type, text } = input;
    const severity = input.severity ?? 'minor';
    const isPrivate = input.isPrivate ?? false;
    const id = newId('fbk');
    const payRef = isPrivate ? newId('fbp') : id;
    await this.feedback.insert(tx, {
      id,
      personId,
      programId,
      generationId,
      parameters,
      origin,
      type,
      severity,
      isPrivate,
      payRef,
      body: text,
      title: titleOf(input.title, text),
      sentiment: given(input.sentiment),
      ratings: input.ratings ?? {},
      markers: input.markers ?? [],
      similarTo: given(input.similarTo),
      minutesClaimed: given(input.minutes),
      weight: weightOf(type, severity),
      dueAt: later(await this.feedback.time(tx), ACCEPT_AFTER_DAYS * DAY),
    });
    const files = [...new Set(input.files ?? [])];
    if ((await this.files.attach(tx, files, personId, id)) !== files.length)
      throw refusal(feedbackRefusals, 'too_many_files');
    const by = isPrivate
      ? { by: await this.pseudonyms.obtain(tx, { personId, programId }) }
      : { generationId };
    await this.audit.record(tx, isPrivate ? SYSTEM : me, 'feedback.file', id, {
      programId,
      type,
      origin,
      ...by,
    });
    // without a way back from the note to what was written
    if (isProtected(type, input.sentiment)) await this.guard.protect(tx, personId, 'feedback', newId('prt'));
    const about = { feedbackId: id, payRef, isPrivate, origin, personId, programId, type };
    await this.outbox.add(tx, feedbackMoved, { ...about, verb: 'file', from: null, to: 'new' });
    return id;
  }
}

/** Taking feedback in. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly intake: IntakeRepository,
    private readonly subjects: SubjectService,
    private readonly filing: FilingService,
  ) {}

  /**
   * Files feedback and returns its id. Refuses another's clip (`not_found`), markers outside of the clip, more than can be
   * read and paid (`too_many`), files that are not one's own. A request that was answered before is answered the same.
   */
  async file(me: Actor, once: Once, input: FeedbackInput): Promise<string> {
    const before = await this.idempotency.before<{ id: string }>(once);
    if (before !== null) return before.id;
    const subject = await this.subjects.of(me, input);
    const { id } = await this.idempotency.run(once, async (tx) => {
      await this.checkPace(tx, me, input);
      const filing = { ...subject, personId: me.id, origin: 'volunteered', input } as const;
      return { id: await this.filing.file(tx, me, filing) };
    });
    return id;
  }

  private async checkPace(tx: Tx, me: Actor, { type }: FeedbackInput): Promise<void> {
    const fault = intakeFault(await this.intake.use(tx, me.id), type === 'harm' || type === 'rights');
    if (fault === null) return;
    const detail =
      fault.limit === 'perDay'
        ? `You have sent ${fault.most} items in a day, the most that is taken. Nothing was filed; send this one tomorrow.`
        : `${fault.most} items of yours wait to be read. Nothing was filed; each is handled within seven days, then send this one.`;
    throw refusal(feedbackRefusals, 'too_many', { detail, ...fault });
  }
}
