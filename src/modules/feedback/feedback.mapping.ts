import type { Actor } from '../../kernel/actor';
import { available } from '../../kernel/workflow';
import { feedbackWorkflow, type FeedbackFacts } from './domain/feedback.workflow';
import { impactFormula } from './domain/impact';
import { isDeclineReason, type Sentiment } from './domain/words';
import type { FeedbackView } from './feedback.dto';
import type { FeedbackEntity } from './feedback.entity';
import { fileView } from './files/feedback-file.dto';
import type { Fate } from './feedback.repository';
import type { FeedbackFileEntity } from './files/feedback-file.entity';
import type { VoidEntity } from './voids/void.entity';
import { payTaken } from './voids/void.mapping';

/** What the caller hands in with a verb. `original` is the row that `of` names, if there is one. */
export interface Given {
  readonly answer: string;
  readonly reason: string | undefined;
  readonly version: string | undefined;
  readonly original: Pick<FeedbackEntity, 'id' | 'programId' | 'state'> | null;
}

export function factsOf(
  row: FeedbackEntity,
  actor: Pick<Actor, 'id'>,
  now: Date,
  given: Given,
): FeedbackFacts {
  const { original } = given;
  return {
    isAuthor: row.personId === actor.id,
    hasAnswer: given.answer !== '',
    hasReason: isDeclineReason(given.reason),
    isOriginalGood:
      original !== null &&
      original.id !== row.id &&
      original.programId === row.programId &&
      original.state !== 'duplicate',
    hasVersion: (given.version ?? '') !== '',
    isDue: row.dueAt <= now,
    isHeld: row.declining !== null,
  };
}

const FILLED = { hasAnswer: true, hasReason: true, isOriginalGood: true, hasVersion: true } as const;

function verbsOf(row: FeedbackEntity, reader: Actor): string[] {
  const facts = {
    ...FILLED,
    isAuthor: row.personId === reader.id,
    isDue: false,
    isHeld: row.declining !== null,
  };
  return available(feedbackWorkflow, row.state, reader, facts);
}

/** What goes with rows and is read beside them. */
export interface Beside {
  readonly sentiments: ReadonlyMap<string, Sentiment>;
  readonly files: readonly FeedbackFileEntity[];
  /** Voids that are proposed or in force. */
  readonly voids: readonly VoidEntity[];
  /** What became of originals. */
  readonly fates: ReadonlyMap<string, Fate>;
  /** Name, or pseudonym of whoever filed without it. */
  readonly authorOf: (row: FeedbackEntity) => string;
}

/**
 * The item as one reader sees it: its sentiment is there for its author and for nobody else; what was filed without a
 * name has nothing that leads to the person.
 */
export function feedbackView(row: FeedbackEntity, reader: Actor, beside: Beside): FeedbackView {
  const { id, programId, type, state, ratings, markers, answer, reason, severity, popularity } = row;
  const isAuthor = row.personId === reader.id;
  const isHidden = row.isPrivate && !isAuthor;
  const formula = impactFormula(type, severity, popularity);
  return {
    id,
    programId,
    personId: isHidden ? null : row.personId,
    author: beside.authorOf(row),
    isPrivate: row.isPrivate,
    origin: row.origin,
    generationId: isHidden ? null : row.generationId,
    type,
    state,
    title: row.title,
    text: row.body,
    severity,
    impact: { weight: row.weight, popularity, score: row.impact, formula },
    parameters: row.parameters,
    files: beside.files.filter(({ feedbackId }) => feedbackId === id).map(fileView),
    ...(isAuthor ? { sentiment: beside.sentiments.get(id) ?? null, payRef: row.payRef } : {}),
    ratings,
    markers,
    answer,
    reason,
    similarTo: row.similarTo,
    originalId: row.originalId,
    original: row.originalId === null ? null : (beside.fates.get(row.originalId) ?? null),
    payTaken: payTaken(row.id, isAuthor, beside.voids),
    ...(isAuthor ? {} : { tags: row.tags, isLookedAt: row.declining !== null }),
    shippedIn: row.shippedIn,
    info: row.info,
    minutesClaimed: row.minutesClaimed,
    dueAt: row.dueAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    available: verbsOf(row, reader),
  };
}
