import { ClocksService } from '../../src/modules/approval';
import type { Answer } from '../support/app';
import { Sharing, statement } from '../support/sharing';

type Row = { id: string; available: string[]; staged: { verb: string; isMine: boolean } | null };

describe('review', () => {
  let sharing: Sharing;
  let clocks: ClocksService;
  beforeAll(async () => {
    sharing = await Sharing.start('review', { ATELIER_UNDO_SECONDS: '10' });
    clocks = sharing.atelier.app.get(ClocksService);
  }, 60_000);
  afterAll(() => sharing?.stop());

  const post = (as: Parameters<Sharing['act']>[0], path: string, body: object = {}): Promise<Answer> =>
    sharing.atelier.request('POST', `/api/v1/submissions/${path}`, { as, body });
  const queue = async (as: Parameters<Sharing['act']>[0], filter = ''): Promise<string[]> => {
    const path = `/api/v1/submissions?queue=open&limit=100${filter}`;
    const { body } = await sharing.atelier.request<{ items: Row[] }>('GET', path, { as });
    return body.items.map(({ id }) => id);
  };
  /** As if the ten seconds of every verdict were over. */
  const wait = async (): Promise<number> => {
    await sharing.sql(
      `UPDATE approval_submissions SET staged_until = now() - interval '1 ms' WHERE staged IS NOT NULL`,
    );
    return clocks.leave();
  };

  describe('a verdict', () => {
    it('waits ten seconds before anything leaves: the artist sees nothing of it, then all of it', async () => {
      const id = await sharing.inReview();
      const given = await sharing.act('reviewer', id, 'approve');
      expect(given).toMatchObject({
        status: 200,
        body: { state: 'in_review', staged: { verb: 'approve', isMine: true } },
      });
      expect(await sharing.get('artist', id)).toMatchObject({ state: 'in_review', staged: null });
      expect(await sharing.events(id)).toEqual(['submit', 'claim']);
      expect(await clocks.leave()).toBe(0);
      expect(await wait()).toBe(1);
      expect(await sharing.get('artist', id)).toMatchObject({ state: 'published', staged: null });
      expect(await sharing.events(id)).toEqual(['submit', 'claim', 'approve', 'publish']);
    });

    it('is taken back by whoever gave it, and by nobody else, and not when it has left', async () => {
      const id = await sharing.inReview();
      await sharing.act('reviewer', id, 'decline', { statement });
      expect(await post('reviewer2', `${id}/undo`)).toMatchObject({
        status: 409,
        body: { code: 'approval.nothing_to_undo' },
      });
      expect(await post('reviewer', `${id}/undo`)).toMatchObject({
        status: 200,
        body: { state: 'in_review', staged: null, claim: { isMine: true } },
      });
      expect(await wait()).toBe(0);
      expect((await sharing.act('reviewer', id, 'approve')).status).toBe(200);
      await wait();
      expect(await post('reviewer', `${id}/undo`)).toMatchObject({
        status: 409,
        body: { code: 'approval.nothing_to_undo' },
      });
      expect(await sharing.get('artist', id)).toMatchObject({ state: 'published' });
    });

    it('leaves once, however many sweeps run, and also when its process was killed in between', async () => {
      const id = await sharing.inReview();
      await sharing.act('reviewer', id, 'approve');
      await sharing.sql(
        `UPDATE approval_submissions SET staged_until = now() - interval '1 hour',
        claimed_until = now() - interval '1 hour' WHERE id = $1`,
        [id],
      );
      const left = await Promise.all([clocks.leave(), clocks.sweep(), clocks.leave()]);
      expect(left.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1);
      expect(await sharing.get('artist', id)).toMatchObject({ state: 'published' });
      expect(
        await sharing.sql('SELECT 1 FROM approval_decisions WHERE submission_id = $1', [id]),
      ).toHaveLength(1);
    });

    it('given again is on its way already; another one must wait for the first to be taken back', async () => {
      const id = await sharing.inReview();
      await sharing.act('reviewer', id, 'approve');
      expect((await sharing.act('reviewer', id, 'approve')).status).toBe(200);
      expect(await sharing.act('reviewer', id, 'decline', { statement })).toMatchObject({
        status: 409,
        body: { code: 'approval.decided_just_now' },
      });
      expect(await sharing.act('reviewer2', id, 'approve')).toMatchObject({
        status: 409,
        body: { code: 'approval.claimed_by_other' },
      });
    });

    it('two deciders at once: one verdict is staged', async () => {
      const id = await sharing.inReview();
      const answers = await Promise.all([
        sharing.act('reviewer', id, 'approve'),
        sharing.act('reviewer', id, 'decline', { statement }),
        sharing.act('reviewer2', id, 'approve'),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    });

    it('goes away with the work when the artist withdraws it first', async () => {
      const id = await sharing.inReview();
      await sharing.act('reviewer', id, 'approve');
      expect(await sharing.act('artist', id, 'withdraw')).toMatchObject({ body: { state: 'withdrawn' } });
      await wait();
      expect(await sharing.get('artist', id)).toMatchObject({ state: 'withdrawn' });
      expect(await post('reviewer', `${id}/undo`)).toMatchObject({ status: 409 });
    });

    it('given in time is in time, although it leaves after the deadline', async () => {
      const id = await sharing.inReview();
      await sharing.act('reviewer', id, 'approve');
      await sharing.sql(`UPDATE approval_submissions SET due_at = now() WHERE id = $1`, [id]);
      await clocks.sweep();
      await wait();
      expect(await sharing.get('reviewer', id)).toMatchObject({ state: 'published', lateAt: null });
    });
  });

  describe('the next one', () => {
    it('is never the same for twenty reviewers who ask at once', async () => {
      for (let n = 0; n < 20; n += 1) await sharing.submit({ audience: 'festival' });
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          post(n % 2 === 0 ? 'reviewer' : 'reviewer2', 'next', { audience: 'festival' }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(20);
      expect(await post('reviewer', 'next', { audience: 'festival' })).toMatchObject({
        status: 404,
        body: { code: 'approval.queue_empty' },
      });
      await sharing.sql(`UPDATE approval_submissions SET state = 'withdrawn' WHERE audience = 'festival'`);
    });

    it('a claim that expired while somebody typed is refused with what to do, and the text can be sent again', async () => {
      const id = await sharing.inReview();
      await sharing.sql(
        `UPDATE approval_submissions SET claimed_until = now() - interval '1 s' WHERE id = $1`,
        [id],
      );
      const late = await sharing.act('reviewer', id, 'decline', { statement });
      expect(late).toMatchObject({ status: 409, body: { code: 'approval.claim_expired' } });
      await sharing.act('reviewer', id, 'claim');
      expect((await sharing.act('reviewer', id, 'decline', { statement })).status).toBe(200);
    });

    it('skips with a reason of the list; it is not offered to the same person again', async () => {
      const { id } = (await sharing.submit({ audience: 'portfolio' })).body;
      expect(await post('reviewer', 'next', { audience: 'portfolio' })).toMatchObject({ body: { id } });
      expect(await post('reviewer', `${id}/skip`, { reason: 'boring' })).toMatchObject({ status: 422 });
      expect(await post('reviewer', `${id}/skip`, { reason: 'language' })).toMatchObject({
        body: { state: 'submitted' },
      });
      expect((await post('reviewer', 'next', { audience: 'portfolio' })).status).toBe(404);
      expect(await post('reviewer2', 'next', { audience: 'portfolio' })).toMatchObject({ body: { id } });
    });
  });

  describe('conflicts of interest', () => {
    it('a co-author neither sees it in the queue nor claims it, by rule and by the database', async () => {
      const { email, id: person } = sharing.atelier.people.reviewer2;
      const { id } = (await sharing.submit({ coAuthors: [{ name: 'Robin', email }, { name: 'Sam' }] })).body;
      expect(await queue('reviewer2')).not.toContain(id);
      expect(await queue('reviewer')).toContain(id);
      expect(await sharing.act('reviewer2', id, 'claim')).toMatchObject({
        status: 403,
        body: { code: 'approval.conflict_of_interest' },
      });
      await expect(
        sharing.sql(`UPDATE approval_submissions SET claimed_by = $2, claimed_until = now() WHERE id = $1`, [
          id,
          person,
        ]),
      ).rejects.toThrow('approval_claim_is_not_a_co_author');
      await expect(
        sharing.sql(
          `INSERT INTO approval_decisions (id, submission_id, author_id, reviewer_id, reviewer_role, outcome)
           VALUES ('dec_coi', $1, $2, $3, 'reviewer', 'approved')`,
          [id, sharing.atelier.people.artist.id, person],
        ),
      ).rejects.toThrow('conflict of interest');
      expect(await sharing.get('artist', id)).toMatchObject({ coAuthors: ['Robin', 'Sam'] });
      expect(JSON.stringify(await sharing.get('artist', id))).not.toContain(email);
    });

    it('a declared one holds for everything of that artist until it is taken back', async () => {
      const one = await sharing.inReview({}, 'reviewer2');
      const { id: other } = (await sharing.submit()).body;
      const reason = 'We share a studio.';
      expect(await post('reviewer2', `${one}/recuse`, { reason })).toMatchObject({
        body: { state: 'submitted', available: [] },
      });
      expect(await sharing.act('reviewer2', other, 'claim')).toMatchObject({
        status: 403,
        body: { code: 'approval.conflict_of_interest' },
      });
      expect(await queue('reviewer2')).not.toContain(other);
      const path = '/api/v1/submissions/conflicts';
      const { body } = await sharing.atelier.request<{ items: { id: string }[] }>('GET', path, {
        as: 'reviewer2',
      });
      expect(body.items).toMatchObject([{ submissionId: one, reason }]);
      expect(JSON.stringify(body)).not.toContain(sharing.atelier.people.artist.id);
      await sharing.atelier.request('DELETE', `${path}/${body.items[0]?.id}`, { as: 'reviewer2' });
      expect((await sharing.act('reviewer2', other, 'claim')).status).toBe(200);
      await sharing.act('reviewer2', other, 'release');
    });
  });

  describe('a second person', () => {
    it('for a high-stakes no reads the first one’s statement and decides; one is enough for a yes', async () => {
      const id = await sharing.inReview({ labels: ['nudity'] });
      expect(await sharing.act('reviewer', id, 'decline', { statement })).toMatchObject({
        status: 409,
        body: { code: 'approval.second_person_needed' },
      });
      await sharing.act('reviewer', id, 'escalate', { note: 'I would decline this.', statement });
      await sharing.act('reviewer2', id, 'claim');
      const { proposal } = await sharing.get('reviewer2', id);
      expect(proposal).toMatchObject({ note: 'I would decline this.', statement: { clauseId: 'RU-3' } });
      expect(await sharing.get('artist', id)).toMatchObject({ proposal: null });
      await sharing.act('reviewer2', id, 'decline', { statement });
      await wait();
      expect(await sharing.get('artist', id)).toMatchObject({ state: 'declined' });
      const yes = await sharing.inReview({ labels: ['nudity'] });
      expect((await sharing.act('reviewer', yes, 'approve')).status).toBe(200);
    });

    it('a late high-risk item goes to the named role, who may then decide it, and stays late for ever', async () => {
      const { id } = (await sharing.submit({ labels: ['nudity'] })).body;
      expect(await sharing.act('manager', id, 'claim')).toMatchObject({
        status: 403,
        body: { code: 'approval.not_allowed' },
      });
      await sharing.sql(
        `UPDATE approval_submissions SET due_at = now() - interval '1 minute' WHERE id = $1`,
        [id],
      );
      await clocks.sweep();
      expect(await sharing.get('reviewer', id)).toMatchObject({ state: 'escalated', isLate: true });
      await sharing.act('manager', id, 'claim');
      expect((await sharing.act('manager', id, 'approve')).status).toBe(200);
      await wait();
      expect(await sharing.get('artist', id)).toMatchObject({ state: 'published', isLate: true });
    });
  });

  it('keeps the standing rules', async () => {
    await wait();
    expect(await sharing.violations()).toEqual({});
  });
});
