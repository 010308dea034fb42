import type { BatchView, GenerationView } from '../generation.dto';

/** What is stored to answer a repeated request: the clips' common view once. Long ago it was the answer itself. */
export type StoredAnswer = BatchView | CompactAnswer;

export interface CompactAnswer {
  readonly batchId: string;
  readonly ids: readonly string[];
  readonly seeds: readonly number[];
  /** Without what every new clip has alike (`NEW_CLIP`). */
  readonly view: Partial<GenerationView>;
  readonly room: number;
  readonly revisions: readonly number[];
  readonly instant: string;
}

/** What every clip has just after it was asked for. Stored answers were made with it: never change a value here. */
const NEW_CLIP: Partial<GenerationView> = {
  negativePrompt: null,
  styleVersion: null,
  referenceId: null,
  parentId: null,
  project: null,
  promotedFrom: null,
  isKeeper: false,
  unusableReason: null,
  progress: 0,
  faults: 0,
  model: null,
  startedAt: null,
  finishedAt: null,
  failure: null,
  files: null,
  isWithheld: false,
};

/** What an answer says of each clip by itself. */
const EACH: ReadonlySet<string> = new Set(['id', 'batchId', 'seed', 'state', 'revision', 'queuedAt']);

/** The members of a view that another new clip need not have. */
function ownOf(view: Partial<GenerationView>): Partial<GenerationView> {
  const own: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(view)) {
    if (!EACH.has(name) && NEW_CLIP[name as keyof GenerationView] !== value) own[name] = value;
  }
  return own;
}

type Decided = 'room' | 'revisions' | 'instant';

/** An answer as it is stored, without the members that the database adds to its end. */
export function openAnswer({ view, ...answer }: Omit<CompactAnswer, Decided>): string {
  return `${JSON.stringify({ ...answer, view: ownOf(view) }).slice(0, -1)},`;
}

/** The whole answer, from the order itself (`view` is then complete) or from what was stored of it. */
export function answerOf({ batchId, ids, seeds, view, room, revisions, instant }: CompactAnswer): BatchView {
  const common = ('id' in view ? view : { ...NEW_CLIP, ...view }) as GenerationView;
  const generations = ids.map((id, index) => ({
    ...common,
    id,
    batchId,
    seed: seeds[index] ?? 0,
    state: index < room ? ('queued' as const) : ('throttled' as const),
    revision: revisions[index] ?? 0,
    queuedAt: instant,
  }));
  return { batchId, generations };
}
