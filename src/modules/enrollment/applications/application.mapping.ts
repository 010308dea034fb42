import type { ApplicationVerb } from '../domain/application.workflow';
import { blindAnswers, type Answers, type Form } from '../domain/form';
import { daysLate } from '../domain/promise';
import { fileView } from '../files/file.dto';
import type { FileEntity } from '../files/file.entity';
import type { ApplicationView, ScoreView, WaitingView } from './application.dto';
import type { ApplicationEntity } from './application.entity';

/** What a view needs beside the row. */
export interface ApplicationContext {
  readonly programName: string;
  readonly personName: string;
  readonly enrollmentId: string | null;
  readonly available: ApplicationVerb[];
  readonly isOwn: boolean;
  readonly isBlind: boolean;
  readonly form: { readonly version: number; readonly content: Form } | null;
  readonly files: readonly FileEntity[];
  readonly comments: readonly string[];
  readonly position: number | null;
  /** Reviews that the published selection promises. */
  readonly promised: number;
  readonly now: Date;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function answersOf(row: ApplicationEntity, { isBlind, form }: ApplicationContext): Answers {
  if (!isBlind) return row.answers;
  const shown = form === null ? [] : blindAnswers(form.content, row.answers);
  return Object.fromEntries(shown.map(({ key, answer }) => [key, answer]));
}

function scoreOf(
  { score, spread, reviews }: ApplicationEntity,
  context: ApplicationContext,
): ScoreView | null {
  if (context.isOwn || context.promised + reviews === 0) return null;
  return {
    mean: score === null ? null : score / 100,
    spread: spread / 100,
    reviews,
    promised: context.promised,
  };
}

/** Reasons are written down before a second look; until it has confirmed them nothing was decided. */
const isHeld = ({ state, reasons }: ApplicationEntity): boolean =>
  reasons.length > 0 && (state === 'in_review' || state === 'waitlisted');

function waitingOf(row: ApplicationEntity, position: number | null): WaitingView | null {
  if (row.state !== 'waitlisted' || row.waitlistPlace === null) return null;
  return { place: row.waitlistPlace, position, reviewAt: iso(row.waitlistReviewAt) };
}

export function applicationView(row: ApplicationEntity, context: ApplicationContext): ApplicationView {
  const { id, programId, statement, portfolio, state, timeZone, revision, digest } = row;
  const { programName, isBlind, enrollmentId, available, form, files, comments, position, now } = context;
  return {
    id,
    programId,
    programName,
    statement,
    portfolio,
    state,
    reasons: row.state === 'declined' || (!context.isOwn && isHeld(row)) ? [...row.reasons] : [],
    isHeld: !context.isOwn && isHeld(row),
    timeZone,
    revision,
    digest,
    personId: isBlind ? null : row.personId,
    personName: isBlind ? `Application ${id.slice(-6)}` : context.personName,
    isBlind,
    answers: answersOf(row, context) as ApplicationView['answers'],
    formVersion: form?.version ?? null,
    team: isBlind ? '' : row.team,
    files: files.map((file) => fileView(file, isBlind)),
    score: scoreOf(row, context),
    comments: [...comments],
    decideBy: iso(row.decideBy),
    decidedAt: iso(row.decidedAt),
    daysLate: daysLate(row.decideBy, row.decidedAt, now),
    waiting: waitingOf(row, position),
    enrollmentId,
    available,
    submittedAt: iso(row.submittedAt),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
