import type { GenerationView } from '../generation.dto';
import { answerOf, openAnswer, type CompactAnswer } from './answer.mapping';

const view: GenerationView = {
  id: 'gen_1', batchId: 'bat_1', programId: 'prg_1', state: 'queued', prompt: 'a "harbour", (slow)', isWithheld: false,
  negativePrompt: 'fog', style: 'noir', styleVersion: 2, referenceId: null, parentId: null, unhonoured: [], route: [],
  seconds: 5, resolution: '720p', fps: 24, aspect: '16:9', width: 1280, height: 720, seed: 7, draft: true, project: null,
  promotedFrom: null, isKeeper: false, unusableReason: null, progress: 0, faults: 0, credits: 10, priceVersion: 1,
  provider: 'procedural', model: null, queuedAt: '2026-01-01T00:00:00.000Z', startedAt: null, finishedAt: null,
  failure: null, files: null, bin: null, revision: 0, available: ['cancel'],
}; // prettier-ignore
const asked = { batchId: 'bat_1', ids: ['gen_1', 'gen_2'], seeds: [7, 8], view };
const decided = { room: 1, revisions: [41, 42], instant: '2026-02-02T00:00:00.000Z' };

describe('the stored answer of a submit', () => {
  test('expands to the first answer, whatever was left out of it', () => {
    const stored = JSON.parse(`${openAnswer(asked)}${JSON.stringify(decided).slice(1)}`) as CompactAnswer;
    expect(answerOf(stored)).toEqual(answerOf({ ...asked, ...decided }));
    expect(Object.keys(stored.view)).not.toContain('files');
  });

  test('tells the clips apart by what was decided of each', () => {
    const { generations } = answerOf({ ...asked, ...decided });
    expect(generations.map(({ id, seed, state, revision }) => [id, seed, state, revision])).toEqual([
      ['gen_1', 7, 'queued', 41],
      ['gen_2', 8, 'throttled', 42],
    ]);
  });
});
