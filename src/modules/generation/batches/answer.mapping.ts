import type { Actor } from '../../../kernel/actor';
import { toJsonInteger } from '../../../kernel/money';
import { available } from '../../../kernel/workflow';
import type { Brief } from '../domain/brief';
import { generationWorkflow } from '../domain/generation.workflow';
import { seedOriginOf } from '../domain/seed';
import type { BatchView, GenerationView } from '../generation.dto';
import type { NewGeneration } from '../generation.repository';

/** What is stored to answer a repeated request: the clips' common view once. Long ago it was the answer itself. */
export type StoredAnswer = BatchView | CompactAnswer;

export interface CompactAnswer {
  readonly batchId: string;
  readonly ids: readonly string[];
  readonly seeds: readonly number[];
  readonly view: OwnView;
  readonly room: number;
  readonly revisions: readonly number[];
  readonly instant: string;
}

/** What the clips of a batch have in common, and another new clip need not have. */
export type OwnView = Pick<
  GenerationView,
  | 'programId' | 'prompt' | 'style' | 'seconds' | 'resolution' | 'fps' | 'aspect' | 'width' | 'height' | 'draft'
  | 'credits' | 'priceVersion' | 'provider' | 'unhonoured' | 'route' | 'available'
> &
  Partial<Pick<GenerationView, Seldom>>; // prettier-ignore

/** Named only where there is one. */
type Seldom = 'negativePrompt' | 'styleVersion' | 'referenceId' | 'parentId' | 'project' | 'promotedFrom';

/** One actor is asked for with each of its requests: what it may do with a new clip is worked out once. */
const verbs = new WeakMap<Pick<Actor, 'roles'>, string[]>();

function verbsOf(actor: Pick<Actor, 'roles'>): string[] {
  let known = verbs.get(actor);
  if (known === undefined) verbs.set(actor, (known = available(generationWorkflow, 'queued', actor, {})));
  return known;
}

export function ownView(
  clip: Omit<NewGeneration, 'id' | 'seed' | 'state' | 'arrival'>,
  actor: Pick<Actor, 'roles'>,
  brief: Brief | null,
): OwnView {
  const own: OwnView = {
    programId: clip.programId,
    prompt: clip.prompt,
    style: clip.style,
    seconds: clip.seconds,
    resolution: clip.resolution,
    fps: clip.fps,
    aspect: clip.aspect,
    width: clip.width,
    height: clip.height,
    draft: clip.draft,
    credits: toJsonInteger(clip.credits),
    priceVersion: clip.priceVersion,
    provider: clip.provider,
    unhonoured: brief === null ? [] : [...brief.unhonoured],
    route: brief === null || brief.route === null ? [] : [...brief.route],
    available: verbsOf(actor),
  };
  if (clip.negativePrompt !== null) own.negativePrompt = clip.negativePrompt;
  if (clip.project !== null) own.project = clip.project;
  if (clip.promotedFrom !== null) own.promotedFrom = clip.promotedFrom;
  if (brief === null) return own;
  if (brief.styleVersion !== null) own.styleVersion = brief.styleVersion;
  if (brief.referenceId !== null) own.referenceId = brief.referenceId;
  if (brief.parentId !== null) own.parentId = brief.parentId;
  return own;
}

type Decided = 'room' | 'revisions' | 'instant';

/** An answer as it is stored, without the members that the database adds to its end. */
export function openAnswer({ batchId, ids, seeds, view }: Omit<CompactAnswer, Decided>): string {
  return `${JSON.stringify({ batchId, ids, seeds, view }).slice(0, -1)},`;
}

/**
 * The whole answer, from the order itself or from what was stored of it, member by member: spreading views takes longer
 * than everything else of an answer. Answers were stored without what every new clip has alike: never change such a value.
 */
export function answerOf({ batchId, ids, seeds, view, room, revisions, instant }: CompactAnswer): BatchView {
  const generations = ids.map((id, index): GenerationView => ({
    id,
    batchId,
    programId: view.programId,
    state: index < room ? 'queued' : 'throttled',
    prompt: view.prompt,
    negativePrompt: view.negativePrompt ?? null,
    style: view.style,
    styleVersion: view.styleVersion ?? null,
    referenceId: view.referenceId ?? null,
    parentId: view.parentId ?? null,
    unhonoured: view.unhonoured,
    route: view.route,
    seconds: view.seconds,
    resolution: view.resolution,
    fps: view.fps,
    aspect: view.aspect,
    width: view.width,
    height: view.height,
    seed: seeds[index] ?? 0,
    seedOrigin: seedOriginOf({ id, batchId, seed: BigInt(seeds[index] ?? 0), faults: 0 }),
    draft: view.draft,
    project: view.project ?? null,
    promotedFrom: view.promotedFrom ?? null,
    isKeeper: false,
    unusableReason: null,
    progress: 0,
    faults: 0,
    credits: view.credits,
    priceVersion: view.priceVersion,
    provider: view.provider,
    model: null,
    queuedAt: instant,
    startedAt: null,
    finishedAt: null,
    failure: null,
    files: null,
    isWithheld: false,
    bin: null,
    revision: revisions[index] ?? 0,
    available: view.available,
  }));
  return { batchId, generations };
}
