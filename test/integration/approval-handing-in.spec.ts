import type { SubmissionDetail } from '../../src/modules/approval/submissions/submission-view.dto';
import { createClip } from '../support/clips';
import { rights, Sharing } from '../support/sharing';

describe('handing in', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await Sharing.start('approval_handing_in');
  }, 60_000);
  afterAll(() => sharing?.stop());

  describe('a submission', () => {
    it('shows the clip, the rules and the clock, and who may do what', async () => {
      const { status, body } = await sharing.submit();
      expect(status).toBe(201);
      expect(body).toMatchObject({
        state: 'submitted',
        risk: 'low',
        termsVersion: 1,
        available: ['withdraw'],
        isLate: false,
      });
      expect(body.rules.map(({ id }) => id)).toEqual(['RU-3', 'SH-2']);
      expect(Date.parse(body.dueAt ?? '') - Date.parse(body.submittedAt ?? '')).toBe(24 * 3_600_000);
      expect(body.clip).toMatchObject({ seconds: 10, fps: 24, prompt: 'a calm tide' });
      expect((await sharing.get('reviewer', body.id)).available).toEqual(['claim']);
      expect((await sharing.get('manager', body.id)).available).toEqual([]);
    });

    it('is refused for a clip that is no keeper, for somebody else’s, and for one that is offered already', async () => {
      const plain = await createClip(sharing.atelier, {
        programId: sharing.programId,
        artist: 'artist',
        isKeeper: false,
      });
      expect(await sharing.submit({ generationId: plain })).toMatchObject({
        status: 409,
        body: { code: 'generation.not_a_keeper' },
      });
      const other = await createClip(sharing.atelier, { programId: sharing.programId, artist: 'artist2' });
      expect((await sharing.submit({ generationId: other })).status).toBe(404);
      const { body } = await sharing.submit();
      expect(await sharing.submit({ generationId: body.generationId })).toMatchObject({
        status: 409,
        body: { code: 'approval.already_submitted' },
      });
      await sharing.act('artist', body.id, 'withdraw');
      expect((await sharing.submit({ generationId: body.generationId })).status).toBe(201);
    });

    it('names the missing rights and leaves nothing behind', async () => {
      const generationId = await createClip(sharing.atelier, {
        programId: sharing.programId,
        artist: 'artist',
      });
      const incomplete = await sharing.submit({
        generationId,
        rights: { ownsInputs: true, thirdPartyMaterial: 'none', likenesses: 'unconsented' },
      });
      expect(incomplete).toMatchObject({
        status: 422,
        body: { code: 'approval.rights_missing', missing: ['likenesses', 'aiDisclosure'] },
      });
      expect((await sharing.submit({ generationId })).status).toBe(201);
    });

    it('needs a title, takes null for absent elsewhere, and never fails over it', async () => {
      expect((await sharing.submit({ title: undefined })).status).toBe(422);
      expect((await sharing.submit({ title: null })).status).toBe(422);
      const nothing = { description: null, labels: null, audience: null, embargoUntil: null };
      const { status, body } = await sharing.submit(nothing);
      expect([status, body.audience, body.labels]).toEqual([201, 'wide', []]);
      expect((await sharing.submit({ rights: null })).status).toBe(422);
      await sharing.act('reviewer', body.id, 'claim');
      const statement = {
        ground: null,
        clauseId: null,
        termsVersion: null,
        facts: null,
        timecodes: null,
        remedy: null,
      };
      for (const given of [{ statement: null }, { statement }, { statement, note: null, changes: null }]) {
        expect((await sharing.act('reviewer', body.id, 'decline', given)).status).toBe(422);
      }
      const note = 'Please blur the sign at 3 s.';
      await sharing.act('reviewer', body.id, 'requestChanges', { note, statement: null });
      const changes = { title: null, description: null, rights: null, labels: null, embargoUntil: null };
      expect((await sharing.act('artist', body.id, 'resubmit', { changes })).body).toMatchObject({
        title: 'Tide Study',
      });
    });

    it('may be kept as a draft that nobody else sees, and handed in later', async () => {
      const { body } = await sharing.submit({ draft: true, rights: {} });
      expect(body).toMatchObject({ state: 'draft', dueAt: null, available: ['submit', 'withdraw'] });
      expect(
        (await sharing.atelier.request('GET', `/api/v1/submissions/${body.id}`, { as: 'reviewer' })).status,
      ).toBe(404);
      expect(await sharing.act('artist', body.id, 'submit')).toMatchObject({
        status: 422,
        body: { code: 'approval.rights_missing' },
      });
      expect(await sharing.act('artist', body.id, 'submit', { changes: { rights } })).toMatchObject({
        body: { state: 'submitted', rights },
      });
    });

    it('happens once for one Idempotency-Key', async () => {
      const generationId = await createClip(sharing.atelier, {
        programId: sharing.programId,
        artist: 'artist',
      });
      const ask = {
        as: 'artist',
        body: { generationId, title: 'Once', rights },
        headers: { 'idempotency-key': 'once-1' },
      } as const;
      const first = await sharing.atelier.request<SubmissionDetail>('POST', '/api/v1/submissions', ask);
      const second = await sharing.atelier.request<SubmissionDetail>('POST', '/api/v1/submissions', ask);
      expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
      expect(await sharing.events(first.body.id)).toEqual(['submit']);
    });
  });

  it('leaves no standing invariant broken', async () => {
    expect(await sharing.violations()).toEqual({});
  });
});
