import { ClocksService } from '../../src/modules/approval';
import type { Answer } from '../support/app';
import { Sharing, statement } from '../support/sharing';

interface Item {
  submissionId: string;
  title: string;
  result: string;
  code: string | null;
  says: string | null;
}
type Batch = { id: string; done: number; ready: number; undoUntil: string | null; items: Item[] };

describe('one verdict over several submissions', () => {
  let sharing: Sharing;
  let clocks: ClocksService;
  beforeAll(async () => {
    sharing = await Sharing.start('review_bulk', { ATELIER_UNDO_SECONDS: '10' });
    clocks = sharing.atelier.app.get(ClocksService);
  }, 60_000);
  afterAll(() => sharing?.stop());

  const bulk = (path: string, body: object = {}, as: 'reviewer' | 'reviewer2' | 'artist' = 'reviewer') =>
    sharing.atelier.request<Batch>('POST', `/api/v1/review-batches${path}`, { as, body });
  const submitted = async (change: object = {}): Promise<string> => (await sharing.submit(change)).body.id;
  const three = () => Promise.all([submitted(), submitted(), submitted()]);
  const results = ({ body }: Answer<Batch>) => body.items.map(({ result, code }) => [result, code]);
  const leave = async (): Promise<void> => {
    await sharing.sql(
      `UPDATE approval_submissions SET staged_until = now() - interval '1 ms' WHERE staged IS NOT NULL`,
    );
    await clocks.leave();
  };

  it('says beforehand what would come of each, and touches nothing', async () => {
    const free = await submitted();
    const taken = await sharing.inReview({}, 'reviewer2');
    const high = await submitted({ labels: ['minors'] });
    const preview = await bulk('/preview', {
      verb: 'decline',
      ids: [free, taken, high, 'sub_none'],
      statement,
    });
    expect(preview.status).toBe(200);
    expect(preview.body.ready).toBe(1);
    expect(results(preview)).toEqual([
      ['ready', null],
      ['refused', 'claimed_by_other'],
      ['refused', 'second_person_needed'],
      ['refused', 'not_found'],
    ]);
    expect(preview.body.items.slice(1).every(({ says }) => (says ?? '').length > 20)).toBe(true);
    expect(await sharing.get('reviewer', free)).toMatchObject({ state: 'submitted', claim: null });
    expect(await sharing.sql('SELECT 1 FROM approval_batches')).toHaveLength(0);
  });

  it('gives it over each by itself: what is refused keeps none of the others back', async () => {
    const [one, two, gone] = await three();
    await sharing.act('artist', gone, 'withdraw');
    const ids = [one, gone, two];
    const given = await bulk('', { verb: 'approve', ids });
    expect(given.status).toBe(201);
    expect(results(given)).toEqual([
      ['done', null],
      ['refused', 'wrong_state'],
      ['done', null],
    ]);
    expect(given.body).toMatchObject({ done: 2, undoUntil: expect.any(String) });
    await leave();
    for (const id of [one, two])
      expect(await sharing.get('artist', id)).toMatchObject({ state: 'published' });
    const read = await sharing.atelier.request<Batch>('GET', `/api/v1/review-batches/${given.body.id}`, {
      as: 'reviewer',
    });
    expect(read.body).toMatchObject({ done: 2, undoUntil: null });
  });

  it('is taken back as a whole, and says what had left already', async () => {
    const ids = await three();
    const { body } = await bulk('', { verb: 'approve', ids });
    await sharing.sql(
      `UPDATE approval_submissions SET staged_until = now() - interval '1 ms' WHERE id = $1`,
      [ids[0]],
    );
    await clocks.leave();
    expect((await bulk(`/${body.id}/undo`, {}, 'reviewer2')).status).toBe(404);
    const back = await bulk(`/${body.id}/undo`);
    expect(results(back)).toEqual([
      ['done', null],
      ['undone', null],
      ['undone', null],
    ]);
    expect(await sharing.get('artist', ids[0])).toMatchObject({ state: 'published' });
    expect(await sharing.get('reviewer2', ids[1])).toMatchObject({ state: 'submitted', claim: null });
    expect(results(await bulk(`/${body.id}/undo`))).toEqual(results(back));
  });

  it('is done once for one key, however often it is sent', async () => {
    const ids = await three();
    const request = () =>
      sharing.atelier.request<Batch>('POST', '/api/v1/review-batches', {
        as: 'reviewer',
        body: { verb: 'approve', ids },
        headers: { 'idempotency-key': 'bulk-once' },
      });
    const first = await request();
    const second = await request();
    expect(second.body).toEqual(first.body);
    await leave();
    const decisions = await sharing.sql('SELECT 1 FROM approval_decisions WHERE submission_id = ANY ($1)', [
      ids,
    ]);
    expect(decisions).toHaveLength(3);
  });

  it('of two people over the same ones gives each of them to one', async () => {
    const ids = await three();
    const answers = await Promise.all([
      bulk('', { verb: 'approve', ids }),
      bulk('', { verb: 'decline', ids, statement }, 'reviewer2'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers.reduce((sum, { body }) => sum + body.done, 0)).toBe(3);
    for (const answer of answers)
      for (const [result, code] of results(answer))
        expect([result, code]).toEqual(result === 'done' ? ['done', null] : ['refused', 'claimed_by_other']);
  });

  it('refuses nobody without reasons, takes fifty at most, and is for who reviews', async () => {
    const ids = await three();
    const bare = await bulk('', { verb: 'decline', ids });
    expect(new Set(bare.body.items.map(({ code }) => code))).toEqual(new Set(['statement_incomplete']));
    expect(await sharing.get('artist', ids[0])).toMatchObject({ state: 'submitted' });
    const many = Array.from({ length: 51 }, (_, n) => `sub_${n}`);
    expect((await bulk('', { verb: 'approve', ids: many })).status).toBe(422);
    expect((await bulk('', { verb: 'approve', ids: [ids[0], ids[0]] })).status).toBe(422);
    expect((await bulk('', { verb: 'withdraw', ids })).status).toBe(422);
    expect((await bulk('', { verb: 'approve', ids }, 'artist')).status).toBe(403);
  });
});
