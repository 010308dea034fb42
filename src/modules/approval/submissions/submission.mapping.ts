import type { Actor } from '../../../kernel/actor';
import { available } from '../../../kernel/workflow';
import { may } from '../../access/contract';
import type { GenerationCard } from '../../generation/contract';
import type { Clause } from '../../program/contract';
import { claimOf } from '../domain/claim';
import { holdOf } from '../domain/hold';
import { missingRights } from '../domain/rights';
import { sharePath } from '../domain/slug';
import type { Offer } from '../domain/submission-changes';
import { submissionWorkflow, type SubmissionFacts } from '../domain/submission.workflow';
import type { StatementPart } from '../domain/statement';
import type { HoldView } from '../review/hold.dto';
import type { WorkEntity } from '../works/work.entity';
import type { DecisionEntity } from './decision.entity';
import type { SubmissionEntity } from './submission.entity';
import type { ClipView } from './clip.dto';
import type { ClockPauseView, StagedView } from './staged.dto';
import type { HistoryLine } from './submission.repository';
import type { ClaimView, PublishedView, SubmissionDetail, SubmissionView } from './submission-view.dto';

/** Characters of a note to the artist or to the next reviewer. */
export const NOTE_LENGTH = 10;

/** What the caller hands in with a verb; for the question "what could I do" everything counts as given. */
export interface Given {
  readonly note: string | null;
  readonly missing: readonly StatementPart[];
  readonly offer: Partial<Offer>;
  /** The caller has declared a conflict with the artist. */
  readonly isDeclared: boolean;
  /** A staged verdict is leaving: it no longer stands in its own way. */
  readonly isLeaving?: boolean;
}

/** Whether the people of the class say no in twos, and nobody else has said it by escalating. */
function needsSecond(row: SubmissionEntity, actor: Pick<Actor, 'id'>): boolean {
  const hasFirstNo = row.escalatedBy !== null && row.escalatedBy !== 'system' && row.escalatedBy !== actor.id;
  return row.peopleForNo > 1 && !hasFirstNo;
}

/** The plain facts of a submission for one caller at one moment. */
export function factsOf(
  row: SubmissionEntity,
  actor: Pick<Actor, 'id' | 'roles'>,
  now: Date,
  given: Given,
): SubmissionFacts {
  const rights = given.offer.rights ?? row.rights;
  const isCalled = row.escalatedTo !== null && actor.roles.includes(row.escalatedTo);
  return {
    isAuthor: row.personId === actor.id,
    claim: claimOf(row, actor.id, now),
    hold: holdOf(row, actor.id, now),
    isAssignedElsewhere: row.assignedTo !== null && row.assignedTo !== actor.id,
    isRightsComplete: missingRights(rights).length === 0,
    hasNote: (given.note ?? '').trim().length >= NOTE_LENGTH,
    isStatementComplete: given.missing.length === 0,
    needsSecondPerson: needsSecond(row, actor),
    isDue: row.dueAt !== null && row.dueAt <= now,
    isEmbargoed: row.embargoUntil !== null && row.embargoUntil > now,
    hasConflict: given.isDeclared || row.coAuthorIds.includes(actor.id),
    isDecided: row.staged !== null && given.isLeaving !== true,
    isCalled: isCalled || actor.roles.includes('reviewer'),
  };
}

/** The verbs that the caller may take now, assuming that the form which comes with the verb is filled in. */
export function verbsOf(row: SubmissionEntity, actor: Actor, now: Date, isDeclared = false): string[] {
  const given = { note: 'x'.repeat(NOTE_LENGTH), missing: [], offer: {}, isDeclared };
  const filled = factsOf(row, actor, now, given);
  return available(submissionWorkflow, row.state, actor, { ...filled, isRightsComplete: true });
}

/** Drafts are their artist's alone; everything else is also for who may read submissions. */
export function isVisible(row: SubmissionEntity, reader: Actor): boolean {
  return row.personId === reader.id || (row.state !== 'draft' && may(reader, 'submission.read_any'));
}

const OPEN: readonly string[] = ['submitted', 'in_review', 'escalated'];
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function claimView(row: SubmissionEntity, reader: Actor, now: Date): ClaimView | null {
  const claim = claimOf(row, reader.id, now);
  if (row.claimedUntil === null || (claim !== 'mine' && claim !== 'other')) return null;
  return { isMine: claim === 'mine', until: row.claimedUntil.toISOString() };
}

/** The artist reads why and until when, not what reviewers wrote to each other. */
function holdView(row: SubmissionEntity, reader: Actor, now: Date): HoldView | null {
  const hold = holdOf(row, reader.id, now);
  const { heldUntil, heldReason: reason, heldNote } = row;
  if (hold === 'none' || heldUntil === null || reason === null) return null;
  const isArtist = row.personId === reader.id;
  return {
    reason,
    note: isArtist ? null : heldNote,
    until: heldUntil.toISOString(),
    mayEnd: hold === 'mine' || (!isArtist && may(reader, 'submission.steer')),
  };
}

/** Only for who decides: the artist learns of a verdict when it leaves. */
function stagedView({ staged, stagedUntil, claimedBy }: SubmissionEntity, reader: Actor): StagedView | null {
  if (staged === null || stagedUntil === null) return null;
  return { verb: staged.verb, until: stagedUntil.toISOString(), isMine: claimedBy === reader.id };
}

export function submissionView(
  row: SubmissionEntity,
  reader: Actor,
  now: Date,
  isDeclared = false,
): SubmissionView {
  const { id, generationId, programId, state, title, audience, labels, risk } = row;
  return {
    id,
    generationId,
    programId,
    state,
    title,
    posterUrl: clipUrl(generationId, 'poster'),
    audience,
    labels,
    risk,
    dueAt: iso(row.dueAt),
    isLate: row.lateAt !== null || (OPEN.includes(state) && row.dueAt !== null && row.dueAt <= now),
    isClockStopped: row.clockStoppedAt !== null && state === 'changes_requested',
    isEscalated: row.escalatedAt !== null,
    claim: claimView(row, reader, now),
    hold: holdView(row, reader, now),
    assigned:
      row.assignedTo === null || row.personId === reader.id ? null : { isMine: row.assignedTo === reader.id },
    staged: row.personId === reader.id ? null : stagedView(row, reader),
    wishedAt: iso(row.wishedAt),
    submittedAt: iso(row.submittedAt),
    decidedAt: iso(row.decidedAt),
    createdAt: row.createdAt.toISOString(),
    available: verbsOf(row, reader, now, isDeclared),
  };
}

const clipUrl = (generationId: string, file: 'video' | 'poster' | 'sheet'): string =>
  `/api/v1/generations/${generationId}/${file}`;

export function clipView(clip: GenerationCard): ClipView {
  const { id, seconds, width, height, fps, prompt, style } = clip;
  const urls = {
    videoUrl: clipUrl(id, 'video'),
    posterUrl: clipUrl(id, 'poster'),
    sheetUrl: clipUrl(id, 'sheet'),
  };
  return { ...urls, seconds, width, height, fps, prompt, style };
}

/** The documents that sharing is measured by, shown beside the clip. */
const RULES: readonly string[] = ['responsible_use', 'sharing'];

function stepBy(line: HistoryLine, authorId: string): string {
  if (line.actorId === authorId) return 'artist';
  return line.actorId === 'system' ? 'system' : 'reviewer';
}

/** What the detail has beyond the list, but for names and the appeal. A statement shows while it is in force. */
export function detailParts(parts: {
  row: SubmissionEntity;
  decisions: readonly DecisionEntity[];
  history: readonly HistoryLine[];
  clip: GenerationCard;
  clauses: readonly Clause[];
  work: WorkEntity | null;
}): Omit<
  SubmissionDetail,
  | keyof SubmissionView
  | 'author'
  | 'appeal'
  | 'notes'
  | 'stance'
  | 'isBlind'
  | 'coAuthors'
  | 'proposal'
  | 'others'
  | 'assignee'
> {
  const { row, decisions, history, clip, clauses, work } = parts;
  const isRefused = ['declined', 'taken_down'].includes(row.state);
  const rules = clauses.filter(({ document }) => RULES.includes(document));
  return {
    description: row.description,
    rights: row.rights,
    embargoUntil: iso(row.embargoUntil),
    riskBecause: row.riskBecause,
    policyVersion: row.policyVersion,
    firstClaimedAt: iso(row.firstClaimedAt),
    lateAt: iso(row.lateAt),
    pauses: pausesOf(history),
    termsVersion: row.termsVersion,
    clip: clipView(clip),
    rules: rules.map(({ id, document, title, text, summary }) => ({ id, document, title, text, summary })),
    note: row.state === 'changes_requested' ? row.note : null,
    statement: isRefused
      ? (decisions.findLast(({ statement }) => statement !== null)?.statement ?? null)
      : null,
    work: work === null ? null : publishedView(work),
    history: history.map((line) => ({
      verb: line.verb,
      from: line.from,
      to: line.to,
      by: stepBy(line, row.personId),
      at: line.at.toISOString(),
    })),
  };
}

/** When its clock stood still, oldest first: from a request for changes to the artist's answer. */
function pausesOf(history: readonly HistoryLine[]): ClockPauseView[] {
  const pauses: ClockPauseView[] = [];
  for (const { to, from, at } of history) {
    if (to === 'changes_requested') pauses.push({ from: at.toISOString(), until: null });
    else if (from === 'changes_requested') {
      const open = pauses.at(-1);
      if (open !== undefined) open.until = at.toISOString();
    }
  }
  return pauses;
}

function publishedView({ id, slug, isListed, isTakenDown }: WorkEntity): PublishedView {
  return { id, slug, link: sharePath(slug), isListed, isTakenDown };
}
