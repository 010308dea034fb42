import { createHash } from 'node:crypto';
import { ApprovalProcessor } from '../../src/modules/approval/approval.processor';
import { isDrawn } from '../../src/modules/approval/domain/sampling';
import type { CastName } from '../support/app';
import { Sharing } from '../support/sharing';

interface Opinion {
  id: string;
  work: { title: string };
  until: string | null;
  given: string | null;
  first: string | null;
  code?: string;
  missing?: string[];
}
interface Agreement {
  pairs: number;
  equal: { value: number; low: number; high: number } | null;
  kappa: number | null;
}

describe('second opinions', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await Sharing.start('review_opinions');
  }, 60_000);
  afterAll(() => sharing?.stop());

  const post = (as: CastName, path: string, body: object = {}) =>
    sharing.atelier.request<Opinion>('POST', `/api/v1/second-opinions/${path}`, { as, body });
  const read = async <T extends object>(path: string, as?: CastName): Promise<T> =>
    (await sharing.atelier.request<T>('GET', `/api/v1/second-opinions/${path}`, { as })).body;
  /** As if the seed of the day drew everything. */
  const drawAll = async (share = 1): Promise<void> => {
    await sharing.atelier.app.get(ApprovalProcessor).sweep();
    await sharing.sql('UPDATE approval_sample_seeds SET share = $1', [share]);
  };
  const approved = async (change: object = {}): Promise<string> => {
    const id = await sharing.inReview(change);
    await sharing.act('reviewer', id, 'approve');
    return id;
  };

  it('are drawn by a seed that was committed to, as anybody can compute afterwards', async () => {
    await drawAll(0.5);
    for (let n = 0; n < 12; n += 1) await approved();
    const [seed] = (await sharing.sql(
      `SELECT seed, commitment FROM approval_sample_seeds WHERE day = (now() AT TIME ZONE 'utc')::date`,
    )) as [{ seed: string; commitment: string }];
    expect(createHash('sha256').update(seed.seed).digest('hex')).toBe(seed.commitment);
    const decisions = (await sharing.sql('SELECT id FROM approval_decisions')) as { id: string }[];
    const drawn = (await sharing.sql('SELECT decision_id AS id FROM approval_opinions ORDER BY 1')) as {
      id: string;
    }[];
    const expected = decisions.map(({ id }) => id).filter((id) => isDrawn(seed.seed, id, 0.5));
    expect(drawn.map(({ id }) => id)).toEqual(expected.toSorted());
    const { items } = await read<{ items: { seed: string | null; decisions: number; drawn: number }[] }>(
      'draws',
    );
    // tomorrow's hash is there today; no seed is told before its day is over
    expect(items).toHaveLength(2);
    expect(items.map(({ seed: told }) => told)).toEqual([null, null]);
    expect(items[1]).toMatchObject({ decisions: 12, drawn: drawn.length });
    await sharing.sql('UPDATE approval_opinions SET passed_by = $1', [
      ['reviewer', 'reviewer2'].map((name) => sharing.atelier.people[name as 'reviewer'].id),
    ]);
  });

  it('are given by somebody else, who is not told the first verdict, and change no decision', async () => {
    await drawAll();
    const id = await sharing.declined();
    expect(await post('reviewer', 'next')).toMatchObject({
      status: 404,
      body: { code: 'approval.queue_empty' },
    });
    const mine = await post('reviewer2', 'next');
    expect(mine).toMatchObject({
      status: 200,
      body: { given: null, first: null, work: { title: 'Tide Study' } },
    });
    expect(JSON.stringify(mine.body)).not.toMatch(/declined|author|history|statement/);
    const given = await post('reviewer2', mine.body.id, { outcome: 'approved' });
    expect(given).toMatchObject({ status: 200, body: { given: 'approved', first: 'declined', until: null } });
    expect(await sharing.get('artist', id)).toMatchObject({ state: 'declined' });
    expect(await post('reviewer2', mine.body.id, { outcome: 'declined' })).toMatchObject({
      status: 409,
      body: { code: 'approval.opinion_given' },
    });
    await expect(
      sharing.sql('UPDATE approval_opinions SET second_outcome = $1 WHERE id = $2', [
        'declined',
        mine.body.id,
      ]),
    ).rejects.toThrow('stays as it was given');
  });

  it('refuse nothing without ground and facts, and end with their claim', async () => {
    await approved();
    const { id } = (await post('reviewer2', 'next')).body;
    expect(await post('reviewer2', id, { outcome: 'declined' })).toMatchObject({
      status: 422,
      body: { code: 'approval.statement_incomplete', missing: ['ground', 'facts'] },
    });
    expect(
      await post('reviewer2', id, { outcome: 'declined', ground: 'taste', facts: 'x'.repeat(30) }),
    ).toMatchObject({ status: 422 });
    expect(await post('reviewer', id, { outcome: 'approved' })).toMatchObject({
      status: 409,
      body: { code: 'approval.not_claimed' },
    });
    await sharing.sql(`UPDATE approval_opinions SET claimed_until = now() - interval '1 s' WHERE id = $1`, [
      id,
    ]);
    expect(await post('reviewer2', id, { outcome: 'approved' })).toMatchObject({
      status: 409,
      body: { code: 'approval.claim_expired' },
    });
    expect((await post('reviewer2', 'next')).body.id).toBe(id);
    expect((await post('reviewer2', `${id}/pass`)).status).toBe(204);
    expect((await post('reviewer2', 'next')).status).toBe(404);
  });

  it('are never the same for reviewers who ask at once', async () => {
    for (let n = 0; n < 6; n += 1) await approved();
    const answers = await Promise.all(Array.from({ length: 6 }, () => post('reviewer2', 'next')));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(6);
    for (const { body } of answers) await post('reviewer2', body.id, { outcome: 'approved' });
  });

  it('are not given where there is a conflict of interest, by rule and by the database', async () => {
    const { id: person, email } = sharing.atelier.people.reviewer2;
    await approved({ coAuthors: [{ name: 'A friend', email }] });
    expect((await post('reviewer2', 'next')).status).toBe(404);
    await expect(
      sharing.sql(
        `UPDATE approval_opinions SET second_reviewer_id = $1, second_outcome = 'approved', given_at = now() WHERE given_at IS NULL`,
        [person],
      ),
    ).rejects.toThrow('conflict of interest');
  });

  it('are counted: equal ones with their interval and kappa, for all in public and for oneself', async () => {
    const all = await read<Agreement>('agreement');
    expect(all).toMatchObject({ pairs: 7, equal: { value: expect.closeTo(6 / 7, 5) } });
    expect(all.equal?.low).toBeLessThan(6 / 7);
    expect(await read<Agreement>('own-agreement', 'reviewer2')).toMatchObject({ pairs: 7 });
  });

  it('are about verdicts of people: what the clock decides is never drawn', async () => {
    const before = await sharing.sql('SELECT 1 FROM approval_opinions');
    const { id } = (await sharing.submit()).body;
    await sharing.sql(`UPDATE approval_submissions SET due_at = now() - interval '1 s' WHERE id = $1`, [id]);
    await sharing.atelier.app.get(ApprovalProcessor).sweep();
    expect(await sharing.get('artist', id)).toMatchObject({ state: 'published' });
    expect(await sharing.sql('SELECT 1 FROM approval_opinions')).toHaveLength(before.length);
  });
});
