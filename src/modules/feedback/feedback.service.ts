import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../kernel/actor';
import { DAY, later } from '../../kernel/clock';
import { newId } from '../../kernel/id';
import { decodeCursor, toPage, type Page } from '../../kernel/page';
import { refusal } from '../../kernel/refusal';
import { Idempotency, type Once } from '../../platform/idempotency/idempotency';
import { Outbox } from '../../platform/outbox/outbox';
import { may } from '../access/contract';
import { AuditService } from '../audit';
import { EnrollmentService } from '../enrollment';
import { GenerationService } from '../generation';
import { feedbackMoved, feedbackRefusals, type FeedbackCard } from './contract';
import { ACCEPT_AFTER_DAYS } from './domain/feedback.workflow';
import { weightOf } from './domain/impact';
import { markerFaults, type Marker } from './domain/markers';
import type { FeedbackInput, FeedbackQuery, FeedbackView } from './feedback.dto';
import type { FeedbackEntity } from './feedback.entity';
import { feedbackView } from './feedback.mapping';
import { FeedbackRepository } from './feedback.repository';

function checkMarkers(markers: readonly Marker[], seconds: number): void {
  const { outside, malformed } = markerFaults(markers, seconds);
  const detail = `The clip is ${seconds} s long; move or remove the markers beyond it.`;
  if (outside.length > 0)
    throw refusal(feedbackRefusals, 'marker_outside_clip', { detail, seconds, markers: outside });
  if (malformed.length > 0) throw refusal(feedbackRefusals, 'marker_malformed', { markers: malformed });
}

/** Filing and reading feedback. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly generations: GenerationService,
    private readonly enrollments: EnrollmentService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly idempotency: Idempotency,
  ) {}

  /** Files feedback and returns its id. Refuses another's clip (`not_found`) and markers outside of the clip. */
  async file(me: Actor, once: Once, input: FeedbackInput): Promise<string> {
    const { generationId = null, type, sentiment = null } = input;
    const ratings = input.ratings ?? {};
    const markers = input.markers ?? [];
    const programId =
      generationId === null
        ? await this.programOf(me, input)
        : await this.checkClip(me, generationId, markers);
    const { id } = await this.idempotency.run(once, async (tx) => {
      const id = newId('fbk');
      const item = { id, personId: me.id, programId, generationId, type, body: input.text, payRef: id };
      const dueAt = later(await this.feedback.time(tx), ACCEPT_AFTER_DAYS * DAY);
      const weight = weightOf(type, 'minor');
      await this.feedback.insert(tx, { ...item, sentiment, ratings, markers, dueAt, weight });
      await this.audit.record(tx, me, 'feedback.file', item.id, { programId, generationId, type });
      const moved = {
        feedbackId: id,
        payRef: id,
        isPrivate: false,
        personId: me.id,
        programId,
        type,
      } as const;
      const step = { verb: 'file', from: null, to: 'new' } as const;
      await this.outbox.add(tx, feedbackMoved, { ...moved, origin: 'volunteered', ...step });
      return { id: item.id };
    });
    return id;
  }

  /** What other modules may know of an item. Refuses an unknown one. */
  async find(id: string): Promise<FeedbackCard> {
    const row = await this.feedback.find(id);
    if (row === null) throw refusal(feedbackRefusals, 'not_found');
    const { programId, personId, type, state, generationId } = row;
    return { id, programId, personId, type, state, generationId };
  }

  async get(me: Actor, id: string): Promise<FeedbackView> {
    const row = await this.feedback.find(id);
    if (row === null || (row.personId !== me.id && !may(me, 'feedback.triage')))
      throw refusal(feedbackRefusals, 'not_found');
    return feedbackView(row, me, await this.feedback.listSentiments([id], me.id));
  }

  /** One's own, newest first; for who triages and files none, all; with `queue=open` what waits, by deadline. */
  async list(
    me: Actor,
    { queue, state, generationId, cursor, limit }: FeedbackQuery,
  ): Promise<Page<FeedbackView>> {
    if (queue !== undefined && !may(me, 'feedback.triage')) throw refusal(feedbackRefusals, 'not_allowed');
    if (queue === 'open') {
      const key = cursor === undefined ? null : decodeCursor(cursor, 2);
      const after = key === null ? null : ([Number(key[0]), String(key[1])] as const);
      const rows = await this.feedback.listQueue(me.id, after, limit + 1);
      return this.page(rows, me, limit, (row) => [row.dueAt.getTime(), row.id]);
    }
    const before = cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);
    const isAll = queue === 'all' || (may(me, 'feedback.triage') && !hasRole(me, 'artist'));
    const personId = isAll ? undefined : me.id;
    const rows = await this.feedback.list({ personId, state, generationId, before, limit: limit + 1 });
    return this.page(rows, me, limit, (row) => [row.id]);
  }

  private async page(
    rows: FeedbackEntity[],
    me: Actor,
    limit: number,
    keyOf: (row: FeedbackEntity) => (string | number)[],
  ): Promise<Page<FeedbackView>> {
    const ids = rows.map(({ id }) => id);
    const sentiments = await this.feedback.listSentiments(ids, me.id);
    return toPage(rows, limit, keyOf, (row) => feedbackView(row, me, sentiments));
  }

  /** The programme of one's own clip, whose length bounds the markers. */
  private async checkClip(me: Actor, generationId: string, markers: readonly Marker[]): Promise<string> {
    const clip = await this.generations.get(generationId);
    if (clip.personId !== me.id) throw refusal(feedbackRefusals, 'not_found');
    checkMarkers(markers, clip.seconds);
    return clip.programId;
  }

  private async programOf(me: Actor, { markers, ratings, programId }: FeedbackInput): Promise<string> {
    const isAboutClip = (markers ?? []).length > 0 || Object.keys(ratings ?? {}).length > 0;
    if (isAboutClip) throw refusal(feedbackRefusals, 'clip_missing');
    // Not `activeOf`: a pause or a suspension stops generating and nothing else.
    const mine = await this.enrollments.ofPerson(me.id);
    const named = (programId ?? null) === null ? mine : mine.filter((card) => card.programId === programId);
    const [only, another] = named;
    if (only === undefined) throw refusal(feedbackRefusals, 'not_enrolled');
    if (another !== undefined) throw refusal(feedbackRefusals, 'programme_needed');
    return only.programId;
  }
}
