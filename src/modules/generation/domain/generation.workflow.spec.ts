import { SYSTEM } from '../../../kernel/actor';
import { available, decide } from '../../../kernel/workflow';
import {
  effectsOf,
  GENERATION_STATES,
  generationWorkflow,
  isEnd,
  stepOf,
  type GenerationVerb,
} from './generation.workflow';

const artist = { roles: ['artist'] as const };
const moves = Object.entries(generationWorkflow.moves) as [
  GenerationVerb,
  (typeof generationWorkflow.moves)[GenerationVerb],
][];

describe('the life of a generation', () => {
  test('an artist may do one thing: cancel, and only what has not ended', () => {
    for (const state of GENERATION_STATES) {
      expect(available(generationWorkflow, state, artist, {})).toEqual(isEnd(state) ? [] : ['cancel']);
    }
  });

  test('canceling twice is success without a second move', () => {
    expect(decide(generationWorkflow, 'canceled', 'cancel', artist, {})).toEqual({ kind: 'already' });
  });

  test('nothing leaves an end', () => {
    for (const [, move] of moves) expect(move.from.some((state) => isEnd(state))).toBe(false);
  });

  test('only a clip that was finished can succeed', () => {
    const roads = moves.filter(([, move]) => move.to === 'succeeded');
    expect(roads).toEqual([['succeed', { from: ['finishing'], to: 'succeeded', by: ['system'] }]]);
  });

  test('each end either spends the credits or gives them back, and only success spends', () => {
    for (const [, move] of moves) {
      for (const from of move.from) {
        const { credits } = effectsOf(from, move.to);
        expect(credits).toBe(move.to === 'succeeded' ? 'settle' : isEnd(move.to) ? 'release' : 'keep');
      }
    }
  });

  test('whatever path a clip takes to its end, it leaves the pool as often as it entered', () => {
    for (let walk = 0; walk < 500; walk += 1) {
      let state = generationWorkflow.initial;
      let inflight = 0;
      for (let step = 0; step < 60 && !isEnd(state); step += 1) {
        const verbs = available(generationWorkflow, state, SYSTEM, {});
        const to =
          generationWorkflow.moves[verbs[(walk * 7 + step * 13) % verbs.length] as GenerationVerb].to;
        inflight += effectsOf(state, to).inflight;
        state = to;
      }
      expect(isEnd(state) ? inflight : Math.min(inflight, 1)).toBe(isEnd(state) ? 0 : inflight);
    }
  });

  test('statements that move many clips know only moves of the table', () => {
    expect(stepOf('start', 'queued')).toEqual(['start', 'queued', 'starting', SYSTEM.id]);
    expect(() => stepOf('finish', 'queued')).toThrow('does not finish from queued');
    expect(() => stepOf('cancel', 'succeeded')).toThrow('does not cancel from succeeded');
  });
});
