import { ClocksService } from '../../src/modules/approval';
import type { Answer } from '../support/app';
import { rights, Sharing, statement } from '../support/sharing';

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

  describe('what is seen', () => {
    it('hides the artist from deciders until it is decided', async () => {
      const id = await sharing.inReview();
      const { id: person } = sharing.atelier.people.artist;
      const before = await sharing.get('reviewer', id);
      expect(before).toMatchObject({ author: null, isBlind: true, coAuthors: [] });
      expect(JSON.stringify(before)).not.toContain(person);
      expect(JSON.stringify(before)).not.toContain('artist of the test');
      await sharing.act('reviewer', id, 'approve');
      expect(await sharing.get('reviewer', id)).toMatchObject({ author: null });
      await wait();
      expect(await sharing.get('reviewer', id)).toMatchObject({ author: { id: person }, isBlind: false });
    });

    it('never shows the artist’s own word about the work to anybody but them', async () => {
      const { id } = (await sharing.submit({ stance: 'critical' })).body;
      expect(await sharing.get('artist', id)).toMatchObject({ stance: 'critical' });
      for (const as of ['reviewer', 'manager', 'admin'] as const) {
        const seen = await sharing.get(as, id);
        expect(seen.stance).toBeNull();
        expect(JSON.stringify(seen)).not.toContain('critical');
      }
      expect(JSON.stringify(await queue('reviewer'))).not.toContain('critical');
    });

    it('keeps notes at frames and ranges: those for the artist arrive with the decision', async () => {
      const id = await sharing.inReview();
      const note = { at: 0.5, text: 'The sign is legible here.', isForArtist: true };
      expect((await post('reviewer2', `${id}/notes`, note)).body).toMatchObject({
        code: 'approval.claimed_by_other',
      });
      expect((await post('reviewer', `${id}/notes`, { ...note, at: 3000 })).body).toMatchObject({
        code: 'approval.time_outside',
      });
      await post('reviewer', `${id}/notes`, note);
      const { body } = await post('reviewer', `${id}/notes`, {
        ...note,
        until: 0.9,
        text: 'Inner',
        isForArtist: false,
      });
      expect(body.items).toHaveLength(2);
      expect((await sharing.get('artist', id)).notes).toEqual([]);
      await sharing.act('reviewer', id, 'requestChanges', { note: 'Please blur the sign.' });
      await wait();
      expect((await sharing.get('artist', id)).notes).toMatchObject([{ at: 0.5, isForArtist: true }]);
    });

    it('says how long the clock stood still, and only then', async () => {
      const id = await sharing.inReview();
      await sharing.act('reviewer', id, 'requestChanges', { note: 'Please name the place.' });
      await wait();
      expect(await sharing.get('artist', id)).toMatchObject({
        isClockStopped: true,
        pauses: [{ until: null }],
      });
      await sharing.act('artist', id, 'resubmit', { changes: { description: 'By the lake.' } });
      const again = await sharing.get('artist', id);
      expect(again.isClockStopped).toBe(false);
      expect(again.pauses).toHaveLength(1);
      expect(again.pauses[0]?.until).not.toBeNull();
    });

    it('narrows the queue by filters that can be shared as an address', async () => {
      const { id } = (await sharing.submit({ labels: ['violence'], audience: 'press' })).body;
      expect(await queue('reviewer', '&label=violence&risk=medium&audience=press')).toContain(id);
      expect(await queue('reviewer', '&label=violence&risk=low')).not.toContain(id);
      expect(await queue('reviewer', '&part=mine')).not.toContain(id);
      await sharing.act('reviewer', id, 'claim');
      expect(await queue('reviewer', '&part=mine&label=violence')).toEqual([id]);
      expect(await queue('reviewer', '&part=free')).not.toContain(id);
      expect(await queue('reviewer', `&programId=${sharing.programId}&part=mine`)).toContain(id);
      const bad = await sharing.atelier.request('GET', '/api/v1/submissions?queue=open&part=ugly', {
        as: 'reviewer',
      });
      expect(bad.status).toBe(422);
    });
  });

  describe('before it is handed in', () => {
    it('the check names exactly what handing in would refuse, and keeps nothing', async () => {
      const before = await sharing.sql('SELECT count(*) FROM approval_submissions');
      const empty = await post('artist', 'check', {});
      expect(empty).toMatchObject({ status: 200, body: { isReady: false } });
      const parts = (empty.body.missing as { part: string }[]).map(({ part }) => part);
      expect(parts).toContain('generationId');
      expect(parts).toContain('rights.likenesses');
      const offer = { title: 'Tide', rights: { ...rights, likenesses: 'unconsented' } };
      const seen = await post('artist', 'check', offer);
      const refused = await sharing.submit(offer);
      expect(refused).toMatchObject({
        status: 422,
        body: { code: 'approval.rights_missing', missing: ['likenesses'] },
      });
      expect((seen.body.missing as { code: string }[]).map(({ code }) => code)).toContain('rights_missing');
      const risky = await post('artist', 'check', { ...offer, rights, labels: ['nudity'] });
      expect(risky.body).toMatchObject({ risk: 'high', hours: 72, peopleForNo: 2, atDeadline: 'escalate' });
      expect(await sharing.sql('SELECT count(*) FROM approval_submissions')).toEqual(before);
    });

    it('looks at a draft and at requested changes by the same rules, for their artist alone', async () => {
      const { id } = (await sharing.submit({ draft: true, rights: {} })).body;
      expect(await post('artist', `${id}/check`, {})).toMatchObject({ body: { isReady: false } });
      expect(await post('artist', `${id}/check`, { rights })).toMatchObject({ body: { isReady: true } });
      expect((await post('artist2', `${id}/check`, { rights })).status).toBe(404);
    });
  });

  describe('the policy', () => {
    const path = '/api/v1/approval-policy';
    const body = async () => {
      const { body: now } = await sharing.atelier.request<Record<string, never>>('GET', path);
      const { risks, table, version, isBlind, secondOpinionShare } = now as unknown as {
        risks: { risk: string; because?: unknown; peopleForYes?: unknown }[];
        table: object[];
        version: number;
        isBlind: boolean;
        secondOpinionShare: number;
      };
      const classes = Object.fromEntries(
        risks.map(({ risk, because: _, peopleForYes: __, ...one }) => [risk, one]),
      );
      return { base: version, note: 'Drones need a look.', classes, table, isBlind, secondOpinionShare };
    };

    it('is published as a version; what is open keeps the one under which it was handed in', async () => {
      const { id: old } = (await sharing.submit()).body;
      const next = await body();
      const row = {
        id: 'RK-20',
        risk: 'high',
        because: 'drugs for everybody',
        example: 'A casino.',
        labels: ['drugs'],
      };
      const draft = { ...next, table: [...next.table, row] };
      expect((await sharing.atelier.request('POST', path, { as: 'reviewer', body: draft })).status).toBe(403);
      const made = await sharing.atelier.request('POST', path, { as: 'manager', body: draft });
      expect(made).toMatchObject({ status: 201, body: { version: next.base + 1 } });
      expect(await sharing.atelier.request('POST', path, { as: 'manager', body: draft })).toMatchObject({
        status: 409,
        body: { code: 'approval.policy_outdated' },
      });
      const { body: fresh } = await sharing.submit({ labels: ['drugs'] });
      expect(fresh).toMatchObject({ risk: 'high', policyVersion: next.base + 1 });
      expect(await sharing.get('artist', old)).toMatchObject({ policyVersion: next.base });
      expect(await sharing.atelier.request('GET', `${path}?version=1`)).toMatchObject({
        body: { version: 1 },
      });
      expect((await sharing.atelier.request('GET', `${path}?version=99`)).status).toBe(404);
    });

    it('cannot say that silence on high risk is a yes, nor name anything but what is declared', async () => {
      const next = await body();
      const classes = { ...next.classes, high: { ...next.classes.high, atDeadline: 'approve' } };
      const answer = await sharing.atelier.request('POST', path, {
        as: 'manager',
        body: { ...next, classes },
      });
      expect(answer).toMatchObject({ status: 422, body: { code: 'approval.policy_unsafe' } });
      const opinion = {
        id: 'RK-21',
        risk: 'high',
        because: 'it is unkind',
        example: 'Satire',
        sentiment: 'critical',
      };
      const table = [...next.table, opinion];
      expect(
        (await sharing.atelier.request('POST', path, { as: 'manager', body: { ...next, table } })).status,
      ).toBe(422);
    });

    it('a clause of an older version of the terms is refused with the versions that may be cited', async () => {
      const id = await sharing.inReview();
      const answer = await sharing.act('reviewer', id, 'decline', {
        statement: { ...statement, termsVersion: 99 },
      });
      expect(answer).toMatchObject({ status: 422, body: { code: 'approval.old_clause', citable: [1, 1] } });
    });
  });

  it('keeps the standing rules', async () => {
    await wait();
    expect(await sharing.violations()).toEqual({});
  });
});
