import { alsoStaff } from '../support/app';
import { Sharing, statement } from '../support/sharing';

describe('appeals', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await Sharing.start('approval_appeals');
  }, 60_000);
  afterAll(() => sharing?.stop());

  describe('appeals', () => {
    it('are heard by another person, by rule and by the database', async () => {
      const id = await sharing.declined();
      const filed = await sharing.appeal(id);
      expect(filed).toMatchObject({ status: 201, body: { state: 'filed' } });
      expect(await sharing.hear('reviewer', filed.body.id, 'take')).toMatchObject({
        status: 403,
        body: { code: 'approval.took_part' },
      });
      const set = `UPDATE approval_appeals SET hearer_id = $2 WHERE id = $1`;
      await expect(sharing.sql(set, [filed.body.id, sharing.atelier.people.reviewer.id])).rejects.toThrow(
        /took no part|approval_appeal_is_heard_by_another/,
      );
      await sharing.sql('ALTER TABLE approval_appeals DISABLE TRIGGER approval_appeals_hearer');
      await expect(sharing.sql(set, [filed.body.id, sharing.atelier.people.reviewer.id])).rejects.toThrow(
        'approval_appeal_is_heard_by_another',
      );
      await expect(sharing.sql(set, [filed.body.id, sharing.atelier.people.artist.id])).rejects.toThrow(
        'approval_appeal_is_heard_by_another',
      );
      await sharing.sql('ALTER TABLE approval_appeals ENABLE TRIGGER approval_appeals_hearer');
      expect((await sharing.hear('reviewer2', filed.body.id, 'take')).status).toBe(200);
    });

    it('are not heard by whoever only looked at it before', async () => {
      const { id } = (await sharing.submit()).body;
      await sharing.act('reviewer2', id, 'claim');
      await sharing.act('reviewer2', id, 'release');
      await sharing.act('reviewer', id, 'claim');
      await sharing.act('reviewer', id, 'decline', { statement });
      const filed = await sharing.appeal(id);
      expect(await sharing.hear('reviewer2', filed.body.id, 'take')).toMatchObject({
        status: 403,
        body: { code: 'approval.took_part' },
      });
      await expect(
        sharing.sql(`UPDATE approval_appeals SET hearer_id = $2 WHERE id = $1`, [
          filed.body.id,
          sharing.atelier.people.reviewer2.id,
        ]),
      ).rejects.toThrow('took no part');
    });

    it('when they succeed publish the work in the same step, once', async () => {
      const id = await sharing.declined();
      const filed = await sharing.appeal(id);
      await sharing.hear('reviewer2', filed.body.id, 'take');
      expect(await sharing.hear('reviewer2', filed.body.id, 'overturn')).toMatchObject({
        status: 422,
        body: { code: 'approval.reasons_missing' },
      });
      const reasons = 'It is a handshake; RU-3 does not apply to it.';
      const answers = await Promise.all([
        sharing.hear('reviewer2', filed.body.id, 'overturn', reasons),
        sharing.hear('reviewer2', filed.body.id, 'uphold', reasons),
      ]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
      const after = await sharing.get('artist', id);
      const isOverturned = answers[0]?.status === 200;
      expect(after.state).toBe(isOverturned ? 'published' : 'declined');
      expect(after.appeal).toMatchObject({ state: isOverturned ? 'overturned' : 'upheld', reasons });
      expect(await sharing.events(filed.body.id, 'approval.appeal_moved')).toEqual([
        'file',
        'take',
        isOverturned ? 'overturn' : 'uphold',
      ]);
    });

    it('that succeed bring back a work that was taken down', async () => {
      const id = await sharing.inReview();
      const work = (await sharing.act('reviewer', id, 'approve')).body.work;
      expect(await sharing.act('reviewer2', id, 'takeDown')).toMatchObject({
        status: 422,
        body: { code: 'approval.statement_incomplete' },
      });
      expect(await sharing.act('reviewer2', id, 'takeDown', { statement })).toMatchObject({
        body: { state: 'taken_down', work: { isTakenDown: true } },
      });
      for (const part of ['', '/video', '/poster'])
        expect((await sharing.atelier.request('GET', `/api/v1/works/${work?.slug}${part}`)).status).toBe(404);
      expect(
        await sharing.atelier.request('POST', `/api/v1/works/${work?.id}/unlist`, { as: 'artist' }),
      ).toMatchObject({ status: 200 });
      expect(
        await sharing.atelier.request('POST', `/api/v1/works/${work?.id}/relist`, { as: 'artist' }),
      ).toMatchObject({ status: 409, body: { code: 'approval.work_taken_down' } });
      const filed = await sharing.appeal(id);
      expect((await sharing.hear('reviewer', filed.body.id, 'take')).status).toBe(403);
      await alsoStaff(sharing.atelier, 'artist3', 'reviewer', async () => {
        await sharing.hear('artist3', filed.body.id, 'take');
        expect(
          (await sharing.hear('artist3', filed.body.id, 'overturn', 'The facts are not in the clip at all.'))
            .status,
        ).toBe(200);
      });
      expect(await sharing.get('artist', id)).toMatchObject({
        state: 'published',
        work: { id: work?.id, isTakenDown: false },
      });
      expect(await sharing.events(id, 'approval.work_published')).toHaveLength(1);
    });

    it('that succeed in part send it back to the artist with the reasons', async () => {
      const id = await sharing.declined();
      const filed = await sharing.appeal(id);
      await sharing.hear('reviewer2', filed.body.id, 'take');
      await sharing.hear(
        'reviewer2',
        filed.body.id,
        'overturnPartly',
        'Only the sign at three seconds must go.',
      );
      expect(await sharing.get('artist', id)).toMatchObject({
        state: 'changes_requested',
        note: 'Only the sign at three seconds must go.',
        available: ['resubmit', 'withdraw'],
      });
      expect((await sharing.act('artist', id, 'resubmit')).body.state).toBe('submitted');
    });

    it('are refused twice, too late, without a refusal, and for somebody else’s work', async () => {
      const id = await sharing.declined();
      const other = await sharing.atelier.request('POST', `/api/v1/submissions/${id}/appeals`, {
        as: 'artist2',
        body: { grounds: 'I object to this strongly.' },
      });
      expect(other.status).toBe(404);
      expect((await sharing.appeal(id)).status).toBe(201);
      expect(await sharing.appeal(id)).toMatchObject({
        status: 409,
        body: { code: 'approval.already_appealed' },
      });
      const open = (await sharing.submit()).body;
      expect(await sharing.appeal(open.id)).toMatchObject({
        status: 409,
        body: { code: 'approval.nothing_to_appeal' },
      });
      const late = await sharing.declined();
      await sharing.sql('ALTER TABLE approval_decisions DISABLE TRIGGER approval_decisions_stay');
      await sharing.sql(
        `UPDATE approval_decisions SET statement = statement || '{"appealUntil":"2020-01-01T00:00:00Z"}' WHERE submission_id = $1`,
        [late],
      );
      await sharing.sql('ALTER TABLE approval_decisions ENABLE TRIGGER approval_decisions_stay');
      expect(await sharing.appeal(late)).toMatchObject({
        status: 409,
        body: { code: 'approval.appeal_too_late' },
      });
      const { generationId } = await sharing.get('artist', id);
      expect(await sharing.submit({ generationId })).toMatchObject({
        status: 409,
        body: { code: 'approval.already_submitted' },
      });
    });

    it('are a dialogue between the artist and whoever hears it, which stays as it was said', async () => {
      const id = await sharing.declined();
      const appeal = (await sharing.appeal(id)).body.id;
      const say = (as: 'artist' | 'artist2' | 'reviewer' | 'reviewer2', body: string) =>
        sharing.atelier.request<{ messages: object[]; canWrite: boolean; code?: string }>(
          'POST',
          `/api/v1/appeals/${appeal}/messages`,
          { as, body: { body } },
        );
      expect(await say('artist', 'The hands are in frame 190.')).toMatchObject({
        status: 200,
        body: { canWrite: true, messages: [{ isByArtist: true, isMine: true }] },
      });
      expect((await say('reviewer2', 'Which hand is it?')).status).toBe(404);
      await sharing.hear('reviewer2', appeal, 'take');
      expect((await say('reviewer2', 'Which hand is it?')).body.messages).toMatchObject([
        { isByArtist: true, isMine: false, body: 'The hands are in frame 190.' },
        { isByArtist: false, isMine: true },
      ]);
      for (const stranger of ['artist2', 'reviewer'] as const)
        expect((await say(stranger, 'And I think')).status).toBe(404);
      expect((await sharing.get('artist', id)).appeal).toMatchObject({
        isLate: false,
        messages: [{ isByArtist: true }, { body: 'Which hand is it?' }],
      });
      await expect(sharing.sql(`UPDATE approval_appeal_messages SET body = 'x'`)).rejects.toThrow('stays');
      await sharing.hear('reviewer2', appeal, 'uphold', 'The blow is there, in frame 192.');
      expect(await say('artist', 'But it is not')).toMatchObject({
        status: 409,
        body: { code: 'approval.appeal_closed' },
      });
      await sharing.sql(
        `UPDATE approval_appeals SET created_at = created_at - interval '8 days' WHERE id = $1`,
        [appeal],
      );
      expect((await sharing.get('artist', id)).appeal).toMatchObject({ isLate: true });
    });

    it('keep what they are about while one can be filed or is open: clip, statement, rule and notes', async () => {
      const id = await sharing.inReview();
      await sharing.atelier.request('POST', `/api/v1/submissions/${id}/notes`, {
        as: 'reviewer',
        body: { at: 8, text: 'Here he is hit.', isForArtist: true },
      });
      await sharing.act('reviewer', id, 'decline', { statement });
      const { generationId, programId } = await sharing.get('artist', id);
      await sharing.sql('UPDATE generation_generations SET is_keeper = false WHERE id = $1', [generationId]);
      const bound = async () =>
        (await sharing.sql('SELECT generation_bound_by($1) AS by', [generationId])) as {
          by: string | null;
        }[];
      expect(await bound()).toEqual([{ by: 'sharing' }]);
      const appeal = (await sharing.appeal(id)).body.id;
      for (const [table, where] of [
        ['approval_notes', `submission_id = '${id}'`],
        ['approval_decisions', `submission_id = '${id}'`],
        ['redress_statements', `subject_id = '${id}'`],
        ['program_versions', `program_id = '${programId}'`],
      ])
        await expect(sharing.sql(`DELETE FROM ${table} WHERE ${where}`)).rejects.toMatchObject({
          code: expect.stringMatching(/^23/),
        });
      // the six months are over, the appeal is not
      await sharing.sql(`ALTER TABLE approval_decisions DISABLE TRIGGER USER;
        UPDATE approval_decisions SET statement = statement || jsonb_build_object('appealUntil', now() - interval '1 day')
          WHERE submission_id = '${id}';
        ALTER TABLE approval_decisions ENABLE TRIGGER USER;
        ALTER TABLE redress_statements DISABLE TRIGGER USER;
        UPDATE redress_statements SET decided_at = now() - interval '7 months', appeal_until = now() - interval '1 day'
          WHERE subject_id = '${id}';
        ALTER TABLE redress_statements ENABLE TRIGGER USER`);
      expect(await bound()).toEqual([{ by: 'appeal' }]);
      await sharing.atelier.request('POST', `/api/v1/appeals/${appeal}/withdraw`, { as: 'artist', body: {} });
      expect(await bound()).toEqual([{ by: null }]);
    });

    it('decisions stay as they were written', async () => {
      const id = await sharing.declined();
      await expect(
        sharing.sql(`UPDATE approval_decisions SET note = 'x' WHERE submission_id = $1`, [id]),
      ).rejects.toThrow('append-only');
      await expect(
        sharing.sql(`DELETE FROM approval_decisions WHERE submission_id = $1`, [id]),
      ).rejects.toThrow('append-only');
    });
  });

  it('leaves no standing invariant broken', async () => {
    expect(await sharing.violations()).toEqual({});
  });
});
