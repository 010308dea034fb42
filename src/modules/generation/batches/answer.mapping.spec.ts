import type { Brief } from '../domain/brief';
import type { GenerationEntity } from '../generation.entity';
import { viewOf } from '../generation.mapping';
import { answerOf, openAnswer, ownView, type CompactAnswer } from './answer.mapping';

const actor = { id: 'per_1', roles: ['artist'] } as const;
const clip = {
  batchId: 'bat_1', enrollmentId: 'enr_1', programId: 'prg_1', personId: 'per_1', keyId: null,
  prompt: 'a "harbour", (slow)', negativePrompt: 'fog', style: 'noir', seconds: 5, resolution: '720p', aspect: '16:9', fps: 24,
  width: 1280, height: 720, draft: true, project: 'pier', promotedFrom: null, mark: null, credits: 10n, priceVersion: 1,
  provider: 'procedural', pool: 'cpu', costSeconds: 2,
} as const; // prettier-ignore
const brief: Brief = {
  styleId: 'sty_1', styleVersion: 2, parentId: 'gen_0', referenceId: null, route: null,
  unhonoured: [{ field: 'seed', says: 'no seeds here' }],
}; // prettier-ignore
const asked = { batchId: 'bat_1', ids: ['gen_1', 'gen_2'], seeds: [7, 8], view: ownView(clip, actor, brief) };
const decided = { room: 1, revisions: [41, 42], instant: '2026-02-02T00:00:00.000Z' };

/** The first clip as it is read back before anything has happened to it. */
const row = {
  ...clip, id: 'gen_1', seed: 7n, state: 'queued', revision: 41n, queuedAt: new Date(decided.instant), startedAt: null,
  finishedAt: null, progress: 0, faults: 0, failureCode: null, failureMessage: null, isKeeper: false, model: null,
  unusableReason: null,
} as unknown as GenerationEntity; // prettier-ignore

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

  test.each([
    ['with wishes', brief],
    ['without', null],
  ])('says of a new clip what its row says later, member by member, %s', (_, wishes) => {
    const [first] = answerOf({ ...asked, view: ownView(clip, actor, wishes), ...decided }).generations;
    expect(first).toEqual(viewOf(row, [], actor, false, wishes));
  });
});
