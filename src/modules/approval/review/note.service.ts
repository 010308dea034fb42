import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { Database, type Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { approvalRefusals } from '../contract';
import { claimOf } from '../domain/claim';
import { isInPicture } from '../domain/region';
import type { SubmissionEntity } from '../submissions/submission.entity';
import { SubmissionRepository } from '../submissions/submission.repository';
import type { NoteInput, NoteView } from './note.dto';
import type { NoteEntity } from './note.entity';
import { MOST_NOTES, NoteRepository } from './note.repository';

/** States in which nothing has been told to the artist about the present look. */
const OPEN: readonly string[] = ['submitted', 'in_review', 'escalated'];

const viewOf = (
  { id, at, until, region, text, isForArtist, authorId, createdAt }: NoteEntity,
  readerId: string,
): NoteView => ({
  id,
  at,
  until,
  region,
  text,
  isForArtist,
  isMine: authorId === readerId,
  createdAt: createdAt.toISOString(),
});

/** Notes at frames and ranges, by whoever holds the submission. */
@Injectable()
export class NoteService {
  constructor(
    private readonly db: Database,
    private readonly notes: NoteRepository,
    private readonly submissions: SubmissionRepository,
    private readonly audit: AuditService,
    private readonly idempotency: Idempotency,
  ) {}

  /** All for deciders; for the artist those meant for them, once a decision has left. */
  async of(row: SubmissionEntity, readerId: string): Promise<NoteView[]> {
    const notes = await this.notes.list(row.id);
    const isArtist = row.personId === readerId;
    const shown = isArtist
      ? notes.filter(({ isForArtist }) => isForArtist && !OPEN.includes(row.state))
      : notes;
    return shown.map((note) => viewOf(note, readerId));
  }

  /** Refuses who does not hold it (`not_claimed`), times outside of the clip and regions outside of the picture. */
  async add(me: Actor, once: Once, submissionId: string, input: NoteInput): Promise<NoteView[]> {
    await this.idempotency.run(once, async (tx) => {
      const row = await this.held(tx, me, submissionId);
      const { at, until = null, region = null, text, isForArtist } = input;
      const isOutside = at > row.clipSeconds || (until !== null && (until <= at || until > row.clipSeconds));
      if (isOutside) throw refusal(approvalRefusals, 'time_outside', { seconds: row.clipSeconds });
      if (region !== null && !isInPicture(region)) throw refusal(approvalRefusals, 'region_outside');
      if ((await this.notes.count(tx, submissionId)) >= MOST_NOTES)
        throw refusal(approvalRefusals, 'bad_input', { detail: `There are ${MOST_NOTES} notes already.` });
      const note = { id: newId('not'), submissionId, authorId: me.id, at, until, region, text, isForArtist };
      await this.notes.insert(tx, note);
      await this.audit.record(tx, me, 'approval.note', submissionId, { at, until, region, isForArtist });
      return { id: note.id };
    });
    return this.list(me, submissionId);
  }

  /** Only one's own, while one holds it, and before it was decided upon: after that it is evidence (`note_stays`). */
  async remove(me: Actor, submissionId: string, id: string): Promise<NoteView[]> {
    await this.db.tx(async (tx) => {
      await this.held(tx, me, submissionId);
      if (await this.notes.isDecidedUpon(tx, submissionId, id)) throw refusal(approvalRefusals, 'note_stays');
      if (!(await this.notes.remove(tx, submissionId, id, me.id)))
        throw refusal(approvalRefusals, 'not_found');
      await this.audit.record(tx, me, 'approval.remove_note', submissionId, { noteId: id });
    });
    return this.list(me, submissionId);
  }

  private async list(me: Actor, submissionId: string): Promise<NoteView[]> {
    const row = await this.submissions.find(submissionId);
    return row === null ? [] : this.of(row, me.id);
  }

  private async held(tx: Tx, me: Actor, id: string): Promise<SubmissionEntity> {
    const row = await this.submissions.lock(tx, id);
    if (row === null || row.state === 'draft') throw refusal(approvalRefusals, 'not_found');
    if (row.personId === me.id) throw refusal(approvalRefusals, 'own_work');
    const claim = claimOf(row, me.id, await this.submissions.time(tx));
    if (claim === 'lapsed') throw refusal(approvalRefusals, 'claim_expired');
    if (claim === 'other') throw refusal(approvalRefusals, 'claimed_by_other');
    if (claim === 'none') throw refusal(approvalRefusals, 'not_claimed');
    return row;
  }
}
