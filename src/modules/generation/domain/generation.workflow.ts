import { SYSTEM } from '../../../kernel/actor';
import { decide, workflow } from '../../../kernel/workflow';

export const GENERATION_STATES = [
  'queued',
  'throttled',
  'starting',
  'processing',
  'finishing',
  'succeeded',
  'failed',
  'canceled',
  'aborted',
  'expired',
  'refused',
] as const;
export type GenerationState = (typeof GENERATION_STATES)[number];

const WAITING = ['queued', 'throttled'] as const;
const UNDER_WAY = ['starting', 'processing', 'finishing'] as const;

/**
 * `throttled` = over one's own cap; `queued` = waiting for capacity. Every end but `succeeded` is free of charge. A
 * clip may be canceled until the instant it is delivered, hence also while it is being finished.
 */
export const generationWorkflow = workflow<object>()({
  name: 'generation',
  table: 'generation_generations',
  states: GENERATION_STATES,
  initial: 'queued',
  moves: {
    throttle: { from: ['queued'], to: 'throttled', by: ['system'] },
    unthrottle: { from: ['throttled'], to: 'queued', by: ['system'] },
    start: { from: ['queued'], to: 'starting', by: ['system'] },
    process: { from: ['starting'], to: 'processing', by: ['system'] },
    finish: { from: ['processing'], to: 'finishing', by: ['system'] },
    succeed: { from: ['finishing'], to: 'succeeded', by: ['system'] },
    retry: { from: UNDER_WAY, to: 'queued', by: ['system'] },
    fail: { from: UNDER_WAY, to: 'failed', by: ['system'] },
    refuse: { from: UNDER_WAY, to: 'refused', by: ['system'] },
    abort: { from: UNDER_WAY, to: 'aborted', by: ['system'] },
    expire: { from: WAITING, to: 'expired', by: ['system'] },
    cancel: { from: [...WAITING, ...UNDER_WAY], to: 'canceled', by: ['artist', 'system'] },
  },
});

export type GenerationVerb = keyof typeof generationWorkflow.moves;

/** A step that Atelier itself takes with many clips at once, as statements write it: verb, from, to, and by whom. */
export type Step = readonly [
  verb: GenerationVerb,
  from: GenerationState,
  to: GenerationState,
  actorId: string,
];

/** Throws for a step that the table does not have: statements may not know of moves of their own. */
export function stepOf(verb: GenerationVerb, from: GenerationState): Step {
  const decision = decide(generationWorkflow, from, verb, SYSTEM, {});
  if (decision.kind !== 'move') throw new Error(`a generation does not ${verb} from ${from} by itself`);
  return [verb, from, decision.to, SYSTEM.id];
}

const isIn = (states: readonly string[], state: string): boolean => states.includes(state);

/** Whether it occupies a place in the pool. */
export function isUnderWay(state: GenerationState): boolean {
  return isIn(UNDER_WAY, state);
}

export function isWaiting(state: GenerationState): boolean {
  return isIn(WAITING, state);
}

export function isEnd(state: GenerationState): boolean {
  return !isUnderWay(state) && !isWaiting(state);
}

/** What a move means outside of its own row; the service carries it out in the same transaction. */
export interface Effects {
  /** Change of the number of clips of this artist that occupy the pool. */
  readonly inflight: -1 | 0 | 1;
  /** What becomes of the credits held at submit. */
  readonly credits: 'keep' | 'settle' | 'release';
  /** The right to work on it ends: whoever still does is told so at the next beat. */
  readonly endsLease: boolean;
}

export function effectsOf(from: GenerationState, to: GenerationState): Effects {
  const inflight = (Number(isUnderWay(to)) - Number(isUnderWay(from))) as Effects['inflight'];
  const credits = to === 'succeeded' ? 'settle' : isEnd(to) ? 'release' : 'keep';
  return { inflight, credits, endsLease: isUnderWay(from) && !isUnderWay(to) };
}
