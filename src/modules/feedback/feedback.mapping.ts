import type { Actor } from '../../kernel/actor';
import { available } from '../../kernel/workflow';
import { feedbackWorkflow, type FeedbackFacts } from './domain/feedback.workflow';
import { isDeclineReason, type Sentiment } from './domain/words';
import type { FeedbackView } from './feedback.dto';
import type { FeedbackEntity } from './feedback.entity';

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
  };
}

const FILLED = { hasAnswer: true, hasReason: true, isOriginalGood: true, hasVersion: true } as const;

function verbsOf(row: FeedbackEntity, reader: Actor): string[] {
  const facts = { ...FILLED, isAuthor: row.personId === reader.id, isDue: false };
  return available(feedbackWorkflow, row.state, reader, facts);
}

/** The item as one reader sees it: its sentiment is there for its author and for nobody else. */
export function feedbackView(
  row: FeedbackEntity,
  reader: Actor,
  sentiments: ReadonlyMap<string, Sentiment>,
): FeedbackView {
  const { id, programId, personId, generationId, type, state, ratings, markers, answer, reason } = row;
  const isAuthor = personId === reader.id;
  return {
    id,
    programId,
    personId,
    generationId,
    type,
    state,
    text: row.body,
    ...(isAuthor ? { sentiment: sentiments.get(id) ?? null } : {}),
    ratings,
    markers,
    answer,
    reason,
    originalId: row.originalId,
    shippedIn: row.shippedIn,
    info: row.info,
    dueAt: row.dueAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    available: verbsOf(row, reader),
  };
}
