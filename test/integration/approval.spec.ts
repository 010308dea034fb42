import { alsoStaff } from '../support/app';
import { ClocksService } from '../../src/modules/approval';
import { createClip, createProgram, publishTerms } from '../support/clips';
import { GROUND_NAMES } from '../../src/modules/approval/domain/grounds';
import { Sharing, statement } from '../support/sharing';

describe('approval', () => {
  let sharing: Sharing;
  let clocks: ClocksService;
  beforeAll(async () => {
    sharing = await Sharing.start('approval');
    clocks = sharing.atelier.app.get(ClocksService);
  }, 60_000);
  afterAll(() => sharing?.stop());

  describe('deciding', () => {
    it('approves and publishes in one step, with a link that everybody can open', async () => {
      const id = await sharing.inReview();
      const { body } = await sharing.act('reviewer', id, 'approve');
      expect(body).toMatchObject({ state: 'published', work: { isListed: true }, statement: null });
      expect(await sharing.events(id)).toEqual(['submit', 'claim', 'approve', 'publish']);
      expect(await sharing.events(id, 'approval.work_published')).toHaveLength(1);
      const work = await sharing.atelier.request('GET', `/api/v1/works/${body.work?.slug}`);
      expect(work).toMatchObject({
        status: 200,
        body: { title: 'Tide Study', credit: 'artist of the test', link: `/works/${body.work?.slug}` },
      });
    });

    it('is one person’s at a time', async () => {
      const id = await sharing.inReview();
      expect(await sharing.act('reviewer2', id, 'claim')).toMatchObject({
        status: 409,
        body: { code: 'approval.claimed_by_other' },
      });
      expect(await sharing.act('reviewer2', id, 'approve')).toMatchObject({
        status: 409,
        body: { code: 'approval.claimed_by_other' },
      });
      await sharing.act('reviewer', id, 'release');
      expect(await sharing.act('reviewer', id, 'approve')).toMatchObject({
        status: 409,
        body: { code: 'approval.wrong_state' },
      });
      expect((await sharing.act('reviewer2', id, 'claim')).status).toBe(200);
    });

    it('by two at once decides once: a yes and a no cannot both happen', async () => {
      const id = await sharing.inReview();
      const answers = await Promise.all([
        sharing.act('reviewer', id, 'approve'),
        sharing.act('reviewer', id, 'decline', { statement }),
        sharing.act('reviewer2', id, 'approve'),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(
        await sharing.atelier.db.read('SELECT 1 FROM approval_decisions WHERE submission_id = $1', [id]),
      ).toHaveLength(1);
    });

    it('two claims at once: one gets it', async () => {
      const { id } = (await sharing.submit()).body;
      const answers = await Promise.all([
        sharing.act('reviewer', id, 'claim'),
        sharing.act('reviewer2', id, 'claim'),
      ]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    });

    it('a second decline by another person is no success, by the same person it is', async () => {
      const id = await sharing.declined();
      expect((await sharing.act('reviewer', id, 'decline', { statement })).status).toBe(200);
      expect(await sharing.act('reviewer2', id, 'decline', { statement })).toMatchObject({
        status: 409,
        body: { code: 'approval.wrong_state' },
      });
      expect(await sharing.events(id)).toEqual(['submit', 'claim', 'decline']);
    });

    it('a claim ends after fifteen minutes; the sweep frees the item', async () => {
      const id = await sharing.inReview();
      await sharing.sql(
        `UPDATE approval_submissions SET claimed_until = now() - interval '1 second' WHERE id = $1`,
        [id],
      );
      expect(await sharing.act('reviewer', id, 'approve')).toMatchObject({
        status: 409,
        body: { code: 'approval.claim_expired' },
      });
      expect(await sharing.act('reviewer2', id, 'approve')).toMatchObject({
        status: 409,
        body: { code: 'approval.not_claimed' },
      });
      expect(await sharing.act('reviewer2', id, 'claim')).toMatchObject({
        status: 200,
        body: { claim: { isMine: true } },
      });
      await sharing.sql(
        `UPDATE approval_submissions SET claimed_until = now() - interval '1 second' WHERE id = $1`,
        [id],
      );
      await clocks.sweep();
      expect(await sharing.get('reviewer', id)).toMatchObject({ state: 'submitted', claim: null });
    });

    it('a decision on withdrawn work is refused', async () => {
      const id = await sharing.inReview();
      expect(await sharing.act('artist', id, 'withdraw')).toMatchObject({ body: { state: 'withdrawn' } });
      expect(await sharing.act('reviewer', id, 'approve')).toMatchObject({
        status: 409,
        body: { code: 'approval.wrong_state' },
      });
      expect(await sharing.act('reviewer', id, 'decline', { statement })).toMatchObject({ status: 409 });
    });

    it('nobody decides about their own work, by rule and by the database', async () => {
      const { id } = (await sharing.submit()).body;
      await alsoStaff(sharing.atelier, 'artist', 'reviewer', async () => {
        expect(await sharing.act('artist', id, 'claim')).toMatchObject({
          status: 403,
          body: { code: 'approval.own_work' },
        });
        const queue = await sharing.atelier.request<{ items: { id: string }[] }>(
          'GET',
          '/api/v1/submissions?queue=open&limit=100',
          { as: 'artist' },
        );
        expect(queue.body.items.map((item) => item.id)).not.toContain(id);
      });
      const self = sharing.atelier.people.artist.id;
      const insert = `INSERT INTO approval_decisions (id, submission_id, author_id, reviewer_id, reviewer_role, outcome) VALUES ('dec_x', $1, $2, $3, 'reviewer', 'approved')`;
      await expect(sharing.sql(insert, [id, self, self])).rejects.toThrow(
        'approval_nobody_decides_about_their_own',
      );
      await expect(sharing.sql(insert, [id, sharing.atelier.people.artist2.id, self])).rejects.toThrow(
        'foreign key',
      );
      await expect(
        sharing.sql(`UPDATE approval_submissions SET claimed_by = $2, claimed_until = now() WHERE id = $1`, [
          id,
          self,
        ]),
      ).rejects.toThrow('approval_claim_is_not_the_author');
    });

    it('a no needs a complete statement; the missing parts are named', async () => {
      const id = await sharing.inReview();
      const incomplete = await sharing.act('reviewer', id, 'decline', {
        statement: { ...statement, ground: 'off_brand', facts: 'too dark' },
      });
      expect(incomplete).toMatchObject({
        status: 422,
        body: { code: 'approval.statement_incomplete', missing: ['ground', 'facts'] },
      });
      expect(await sharing.act('reviewer', id, 'decline')).toMatchObject({
        status: 422,
        body: { missing: ['ground', 'clauseId', 'facts', 'remedy'] },
      });
      expect(
        await sharing.act('reviewer', id, 'decline', {
          statement: { ...statement, timecodes: [{ at: 11 }] },
        }),
      ).toMatchObject({ body: { missing: ['timecodes'] } });
      expect(await sharing.get('artist', id)).toMatchObject({ state: 'in_review', statement: null });
      const insert = `INSERT INTO approval_decisions (id, submission_id, author_id, reviewer_id, reviewer_role, outcome, statement) VALUES ('dec_y', $1, $2, $3, 'reviewer', 'declined', $4)`;
      const ids = [id, sharing.atelier.people.artist.id, sharing.atelier.people.reviewer.id];
      await expect(sharing.sql(insert, [...ids, null])).rejects.toThrow(
        'approval_no_refusal_without_statement',
      );
      await expect(
        sharing.sql(insert, [...ids, JSON.stringify({ ...statement, facts: 'short' })]),
      ).rejects.toThrow('approval_no_refusal_without_statement');
      const { appealUntil } = { appealUntil: new Date(Date.now() + 200 * 86_400_000).toISOString() };
      await expect(
        sharing.sql(insert, [...ids, JSON.stringify({ ...statement, appealUntil, ground: 'off_brand' })]),
      ).rejects.toThrow('approval_ground_is_of_the_list');
      const [{ list }] = (await sharing.sql(
        `SELECT pg_get_constraintdef(oid) AS list FROM pg_constraint WHERE conname = 'approval_ground_is_of_the_list'`,
      )) as [{ list: string }];
      expect([...list.matchAll(/'([a-z_]+)'::text/g)].map(([, name]) => name).slice(1)).toEqual([
        ...GROUND_NAMES,
      ]);
    });

    it('may cite the terms in force or those it was handed in under, and tells the artist everything', async () => {
      const own = await createProgram(sharing.atelier, ['artist']);
      const generationId = await createClip(sharing.atelier, { programId: own, artist: 'artist' });
      const { id } = (await sharing.submit({ generationId })).body;
      await publishTerms(sharing.atelier, own, 2, ['SH-9']);
      await sharing.act('reviewer', id, 'claim');
      expect(
        await sharing.act('reviewer', id, 'decline', {
          statement: { ...statement, clauseId: 'SH-9', termsVersion: 1 },
        }),
      ).toMatchObject({ status: 422, body: { missing: ['clauseId'] } });
      expect(
        (await sharing.act('reviewer', id, 'decline', { statement: { ...statement, termsVersion: 1 } }))
          .status,
      ).toBe(200);
      const { body } = { body: await sharing.get('artist', id) };
      expect(body.statement).toMatchObject({
        ...statement,
        termsVersion: 1,
        isAutomated: false,
        decidedByRole: 'reviewer',
      });
      expect(Date.parse(body.statement?.appealUntil ?? '')).toBeGreaterThan(Date.now() + 180 * 86_400_000);
      const [event] = await sharing.atelier.db.read<{ payload: object }>(
        `SELECT payload FROM platform_events WHERE payload ->> 'verb' = 'decline' AND payload ->> 'submissionId' = $1`,
        [id],
      );
      expect(event?.payload).toMatchObject({ statement: { clauseId: 'RU-3' } });
    });

    it('may not cite a version that was over before it was handed in; those that may be are named', async () => {
      const own = await createProgram(sharing.atelier, ['artist']);
      await publishTerms(sharing.atelier, own, 2, ['RU-3', 'SH-9']);
      const generationId = await createClip(sharing.atelier, { programId: own, artist: 'artist' });
      const { id } = (await sharing.submit({ generationId })).body;
      await publishTerms(sharing.atelier, own, 3, ['RU-3']);
      await sharing.act('reviewer', id, 'claim');
      const cite = (termsVersion: number, clauseId = 'RU-3') =>
        sharing.act('reviewer', id, 'decline', { statement: { ...statement, clauseId, termsVersion } });
      expect(await cite(1)).toMatchObject({
        status: 422,
        body: { code: 'approval.old_clause', missing: ['termsVersion'], citable: [3, 2] },
      });
      expect(await cite(3, 'SH-9')).toMatchObject({ status: 422, body: { missing: ['clauseId'] } });
      expect((await cite(2, 'SH-9')).status).toBe(200);
    });

    it('asks for changes with a note, stops the clock, and goes on where it was', async () => {
      const id = await sharing.inReview();
      expect(await sharing.act('reviewer', id, 'requestChanges', { note: 'blur' })).toMatchObject({
        status: 422,
        body: { code: 'approval.note_missing' },
      });
      const asked = await sharing.act('reviewer', id, 'requestChanges', {
        note: 'Please blur the sign at 3 s.',
      });
      expect(asked.body).toMatchObject({
        state: 'changes_requested',
        isClockStopped: true,
        note: 'Please blur the sign at 3 s.',
      });
      await sharing.sql(`UPDATE approval_submissions SET due_at = now() - interval '1 day' WHERE id = $1`, [
        id,
      ]);
      await clocks.sweep();
      expect((await sharing.get('artist', id)).state).toBe('changes_requested');
      const back = await sharing.act('artist', id, 'resubmit', {
        changes: { title: 'Tide Study, blurred', labels: ['flashing'] },
      });
      expect(back.body).toMatchObject({
        state: 'submitted',
        title: 'Tide Study, blurred',
        labels: ['flashing'],
        note: null,
      });
      expect(Date.parse(back.body.dueAt ?? '')).toBeGreaterThan(Date.now());
    });

    it('a no on high stakes takes two people, a yes one', async () => {
      const id = await sharing.inReview({ labels: ['minors'] });
      expect(await sharing.act('reviewer', id, 'decline', { statement })).toMatchObject({
        status: 409,
        body: { code: 'approval.second_person_needed' },
      });
      expect(
        await sharing.act('reviewer', id, 'escalate', { note: 'I would decline this for RU-3.' }),
      ).toMatchObject({ body: { state: 'escalated' } });
      await sharing.act('reviewer', id, 'claim');
      expect(await sharing.act('reviewer', id, 'decline', { statement })).toMatchObject({
        body: { code: 'approval.second_person_needed' },
      });
      await sharing.act('reviewer', id, 'release');
      await sharing.act('reviewer2', id, 'claim');
      expect(await sharing.act('reviewer2', id, 'decline', { statement })).toMatchObject({
        status: 200,
        body: { state: 'declined' },
      });
      const yes = await sharing.inReview({ labels: ['minors'] });
      expect(await sharing.act('reviewer', yes, 'approve')).toMatchObject({
        status: 200,
        body: { state: 'published' },
      });
    });
  });

  it('leaves no standing invariant broken', async () => {
    expect(await sharing.violations()).toEqual({});
  });
});
