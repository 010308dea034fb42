import { ClocksService } from '../../src/modules/approval';
import type { Answer } from '../support/app';
import { rights, Sharing, statement } from '../support/sharing';

type Row = { id: string; available: string[]; staged: { verb: string; isMine: boolean } | null };

describe('what review shows and by what rules', () => {
  let sharing: Sharing;
  let clocks: ClocksService;
  beforeAll(async () => {
    sharing = await Sharing.start('review_policy', { ATELIER_UNDO_SECONDS: '10' });
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

    it('notes mean a part of the picture, within it; by rule and by the database', async () => {
      const id = await sharing.inReview();
      const note = { at: 0.5, text: 'The edge flickers.', isForArtist: true };
      const within = { x: 0.7, y: 0.1, w: 0.3, h: 0.9 };
      const { body } = await post('reviewer', `${id}/notes`, { ...note, region: within });
      expect(body.items).toMatchObject([{ region: within }]);
      for (const region of [
        { ...within, x: 0.8 },
        { ...within, h: 0.95 },
      ])
        expect((await post('reviewer', `${id}/notes`, { ...note, region })).body).toMatchObject({
          code: 'approval.region_outside',
        });
      for (const region of [{ ...within, w: 0 }, { x: 0.5, y: 0.5 }, null, 'all'])
        expect((await post('reviewer', `${id}/notes`, { ...note, region })).status).toBe(422);
      for (const region of [{ ...within, x: 0.8 }, { ...within, w: 0 }, { x: 0.1 }])
        await expect(
          sharing.sql('UPDATE approval_notes SET region = $2 WHERE submission_id = $1', [id, region]),
        ).rejects.toThrow('approval_note_is_in_the_picture');
    });

    it('a note that a decision came after stays with it, by rule and by the database', async () => {
      const id = await sharing.inReview();
      const note = { at: 0.5, text: 'The sign is legible here.', isForArtist: true };
      const { body } = await post('reviewer', `${id}/notes`, note);
      const [{ id: noteId }] = body.items as [{ id: string }];
      await sharing.act('reviewer', id, 'requestChanges', { note: 'Please blur the sign.' });
      await wait();
      await sharing.act('artist', id, 'resubmit');
      await sharing.act('reviewer', id, 'claim');
      const remove = (which: string) =>
        sharing.atelier.request('DELETE', `/api/v1/submissions/${id}/notes/${which}`, { as: 'reviewer' });
      expect(await remove(noteId)).toMatchObject({ status: 409, body: { code: 'approval.note_stays' } });
      for (const act of [`DELETE FROM approval_notes`, `UPDATE approval_notes SET text = 'Nothing'`])
        await expect(sharing.sql(`${act} WHERE id = $1`, [noteId])).rejects.toThrow(
          'stays with the decision',
        );
      const second = (await post('reviewer', `${id}/notes`, { ...note, at: 0.6 })).body.items as {
        id: string;
        at: number;
      }[];
      expect((await remove(second.find(({ at }) => at === 0.6)?.id ?? '')).status).toBe(200);
    });

    it('shows who decides where a clip comes from and what was handed in before, and not whose it is', async () => {
      const draft = (await sharing.submit({ title: 'The draft' })).body;
      await sharing.act('artist', draft.id, 'withdraw');
      const { id, generationId } = (await sharing.submit({ title: 'Finished' })).body;
      await sharing.sql(`UPDATE generation_generations SET promoted_from = $2 WHERE id = $1`, [
        generationId,
        draft.generationId,
      ]);
      const seen = await sharing.get('reviewer', id);
      expect(seen.others).toMatchObject([
        {
          kind: 'draft',
          title: 'The draft',
          clip: { videoUrl: expect.stringContaining(draft.generationId) },
        },
      ]);
      expect(JSON.stringify(seen)).not.toContain(sharing.atelier.people.artist.id);
      expect((await sharing.get('artist', id)).others).toEqual([]);
      expect((await sharing.get('reviewer', draft.id)).others).toEqual([]);
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
        risks: {
          risk: string;
          hours: number;
          atDeadline: string;
          escalatesTo: string;
          peopleForNo: number;
        }[];
        table: object[];
        version: number;
        isBlind: boolean;
        secondOpinionShare: number;
      };
      const classes = Object.fromEntries(
        risks.map(({ risk, hours, atDeadline, escalatesTo, peopleForNo }) => [
          risk,
          { hours, atDeadline, escalatesTo, peopleForNo },
        ]),
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
