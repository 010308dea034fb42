import type { FeedbackView } from '../../src/modules/feedback/feedback.dto';
import { FeedbackService, TriageService } from '../../src/modules/feedback';
import { alsoStaff, startTestApp, type CastName, type TestApp } from '../support/app';
import { createClip, createProgram } from '../support/clips';
import { violations } from '../support/invariants';

const text = 'The hand melts into the table at four seconds.';
const answer = 'Thank you: seen, and on its way.';

describe('feedback', () => {
  let atelier: TestApp;
  let programId: string;
  let generationId: string;
  beforeAll(async () => {
    atelier = await startTestApp('feedback', { roles: ['api'] });
    programId = await createProgram(atelier, ['artist', 'artist2']);
    generationId = await createClip(atelier, { programId, artist: 'artist' });
  }, 60_000);
  afterAll(() => atelier?.stop());

  const file = (change: object = {}, as: CastName = 'artist') =>
    atelier.request<FeedbackView>('POST', '/api/v1/feedback', {
      as,
      body: { generationId, type: 'issue', text, ...change },
    });
  const act = (as: CastName, id: string, verb: string, body: object = {}) =>
    atelier.request<FeedbackView>('POST', `/api/v1/feedback/${id}/${verb}`, { as, body });
  const get = (as: CastName, id: string) =>
    atelier.request<FeedbackView>('GET', `/api/v1/feedback/${id}`, { as });
  const filed = async (change: object = {}) => (await file(change)).body.id;
  const sql = (statement: string, values: unknown[] = []) =>
    atelier.db.tx((tx) => tx.query(statement, values));
  const events = async (id: string) =>
    atelier.db.read<{ verb: string; from: string | null; to: string; type: string }>(
      `SELECT payload ->> 'verb' AS verb, payload ->> 'from' AS "from", payload ->> 'to' AS "to", payload ->> 'type' AS type
       FROM platform_events WHERE name = 'feedback.feedback_moved' AND payload ->> 'feedbackId' = $1 ORDER BY id`,
      [id],
    );

  describe('filing', () => {
    it('takes words, ratings and markers on the clip’s timeline', async () => {
      const markers = [
        { at: 4, until: 4.5, region: { x: 0.2, y: 0.4, w: 0.3, h: 0.2 }, note: 'here' },
        { at: 10, note: 'last frame' },
      ];
      const { status, body } = await file({
        markers,
        ratings: { motion: 2, artefacts: 1 },
        sentiment: 'critical',
      });
      expect(status).toBe(201);
      expect(body).toMatchObject({
        state: 'new',
        programId,
        markers,
        ratings: { motion: 2, artefacts: 1 },
        sentiment: 'critical',
        available: [],
      });
      expect(Date.parse(body.dueAt) - Date.parse(body.createdAt)).toBeGreaterThan(6.99 * 86_400_000);
      expect(await events(body.id)).toEqual([{ verb: 'file', from: null, to: 'new', type: 'issue' }]);
    });

    it('refuses markers outside of the clip and says how long it is; nothing is filed', async () => {
      const outside = await file({
        markers: [
          { at: 1, note: 'fine' },
          { at: 10.5, note: 'beyond' },
        ],
      });
      expect(outside).toMatchObject({
        status: 422,
        body: { code: 'feedback.marker_outside_clip', seconds: 10, markers: [1] },
      });
      expect(JSON.stringify(outside.body)).toContain('10 s long');
      expect(await file({ markers: [{ at: 9, until: 12, note: 'beyond' }] })).toMatchObject({
        status: 422,
        body: { code: 'feedback.marker_outside_clip' },
      });
      expect(await file({ markers: [{ at: 5, until: 5, note: 'empty' }] })).toMatchObject({
        status: 422,
        body: { code: 'feedback.marker_malformed', markers: [0], fields: [{ field: 'markers.0.until' }] },
      });
      expect(
        await file({ markers: [{ at: 5, note: 'x', region: { x: 0.9, y: 0, w: 0.2, h: 1 } }] }),
      ).toMatchObject({ status: 422 });
      expect(
        await atelier.db.read(`SELECT 1 FROM feedback_items WHERE markers::text LIKE '%beyond%'`),
      ).toEqual([]);
    });

    it('is about one’s own clip, or about none within one’s programme', async () => {
      expect((await file({}, 'artist2')).status).toBe(404);
      expect(await file({ generationId: undefined, type: 'idea' })).toMatchObject({
        status: 201,
        body: { generationId: null, programId },
      });
      expect((await file({ generationId: undefined }, 'artist3')).status).toBe(403);
      expect(await file({ generationId: undefined, ratings: { motion: 3 } })).toMatchObject({
        status: 422,
        body: { code: 'feedback.clip_missing' },
      });
      expect((await file({ text: 'too short' })).status).toBe(422);
      expect((await file({ ratings: { motion: 6 } })).status).toBe(422);
      expect((await file({}, 'manager')).status).toBe(403);
    });

    it('takes null for absent everywhere, and never fails over it', async () => {
      const nothing = { ratings: null, markers: null, sentiment: null, programId: null };
      expect((await file(nothing)).status).toBe(201);
      expect((await file({ ...nothing, generationId: null })).status).toBe(201);
      expect((await file({ markers: [{ at: 1, until: null, region: null, note: 'here' }] })).status).toBe(
        201,
      );
      const id = await filed();
      for (const verb of ['decline', 'markDuplicate', 'ship', 'askInfo']) {
        const { status } = await act('manager', id, verb, {
          answer: null,
          reason: null,
          of: null,
          version: null,
        });
        expect([verb, status < 500]).toEqual([verb, true]);
      }
    });

    it('happens once for one Idempotency-Key', async () => {
      const ask = {
        as: 'artist',
        body: { generationId, type: 'idea', text },
        headers: { 'idempotency-key': 'fb-1' },
      } as const;
      const answers = await Promise.all(
        [1, 2].map(() => atelier.request<FeedbackView>('POST', '/api/v1/feedback', ask)),
      );
      const again = await atelier.request<FeedbackView>('POST', '/api/v1/feedback', ask);
      const ids = new Set(
        [...answers, again].filter(({ status }) => status === 201).map(({ body }) => body.id),
      );
      expect(ids.size).toBe(1);
    });
  });

  describe('handling', () => {
    it('never shows the sentiment to whoever accepts it for pay', async () => {
      const id = await filed({ sentiment: 'critical' });
      const seen = [
        await get('manager', id),
        await act('manager', id, 'triage'),
        await atelier.request('GET', '/api/v1/feedback?queue=open&limit=100', { as: 'manager' }),
        await atelier.request('GET', '/api/v1/feedback?queue=all&limit=100', { as: 'admin' }),
        await act('manager', id, 'accept', { answer }),
      ];
      for (const { status, body } of seen) {
        expect(status).toBe(200);
        expect(JSON.stringify(body)).not.toMatch(/sentiment|critical/);
      }
      expect((await get('artist', id)).body.sentiment).toBe('critical');
      const told = await atelier.db.read(
        `SELECT 1 FROM platform_events WHERE payload::text ~ 'sentiment|critical'`,
      );
      expect(told).toEqual([]);
    });

    it('accepted twice is told once, also at the same moment', async () => {
      const id = await filed();
      const answers = await Promise.all([
        act('manager', id, 'accept'),
        act('manager2', id, 'accept'),
        act('manager', id, 'accept'),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect((await events(id)).map(({ to }) => to)).toEqual(['new', 'accepted']);
    });

    it('accept and decline at the same moment: one of them happens', async () => {
      const id = await filed();
      const decline = { answer, reason: 'known_limit' };
      const answers = await Promise.all([
        act('manager', id, 'accept'),
        act('manager2', id, 'decline', decline),
      ]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
      expect(await events(id)).toHaveLength(2);
    });

    it('nobody handles their own', async () => {
      const id = await filed();
      await alsoStaff(atelier, 'artist', 'manager', async () => {
        for (const verb of ['accept', 'triage', 'askInfo']) {
          expect(await act('artist', id, verb, { answer })).toMatchObject({
            status: 403,
            body: { code: 'feedback.own_feedback' },
          });
        }
        expect((await get('artist', id)).body.available).toEqual([]);
      });
      expect(await act('artist', id, 'accept')).toMatchObject({
        status: 403,
        body: { code: 'access.role_missing' },
      });
      expect((await act('artist2', id, 'answerInfo', { answer })).status).toBe(404);
      expect((await act('manager', id, 'acceptLate')).status).toBe(403);
    });

    it('every end has an answer and its cause, by rule and by the database', async () => {
      // of somebody who has not criticised: no second look comes first
      const elsewhere = { generationId: undefined, programId: await createProgram(atelier, ['artist3']) };
      const { id } = (await file(elsewhere, 'artist3')).body;
      expect(await act('manager', id, 'decline', { reason: 'known_limit' })).toMatchObject({
        status: 422,
        body: { code: 'feedback.answer_missing' },
      });
      expect(await act('manager', id, 'decline', { reason: 'known_limit', answer: '   ' })).toMatchObject({
        body: { code: 'feedback.answer_missing' },
      });
      expect(await act('manager', id, 'decline', { answer, reason: 'too negative' })).toMatchObject({
        status: 422,
        body: { code: 'feedback.reason_missing' },
      });
      await expect(
        sql(`UPDATE feedback_items SET state = 'declined', reason = 'known_limit' WHERE id = $1`, [id]),
      ).rejects.toThrow('feedback_end_is_answered');
      await expect(
        sql(`UPDATE feedback_items SET state = 'declined', answer = 'no' WHERE id = $1`, [id]),
      ).rejects.toThrow('feedback_end_has_its_cause');
      const done = await act('manager', id, 'decline', { answer, reason: 'known_limit' });
      expect(done).toMatchObject({
        status: 200,
        body: { state: 'declined', answer, reason: 'known_limit', available: [] },
      });
    });

    it('a duplicate leads to an original of the same programme', async () => {
      const original = await filed();
      const id = await filed({ type: 'idea' });
      for (const original of [undefined, id, 'fbk_none']) {
        expect(await act('manager', id, 'markDuplicate', { answer, of: original })).toMatchObject({
          status: 422,
          body: { code: 'feedback.original_unfit' },
        });
      }
      const own = await createProgram(atelier, ['artist']);
      const elsewhere = await filed({
        generationId: await createClip(atelier, { programId: own, artist: 'artist' }),
      });
      expect((await act('manager', id, 'markDuplicate', { answer, of: elsewhere })).status).toBe(422);
      expect(await act('manager', id, 'markDuplicate', { answer, of: original })).toMatchObject({
        status: 200,
        body: { state: 'duplicate', originalId: original },
      });
      expect((await events(id)).at(-1)).toEqual({
        verb: 'markDuplicate',
        from: 'new',
        to: 'duplicate',
        type: 'idea',
      });
      expect(await act('manager', original, 'markDuplicate', { answer, of: id })).toMatchObject({
        body: { code: 'feedback.original_unfit' },
      });
    });

    it('goes from question to answer to plan to a version that credits it', async () => {
      const id = await filed();
      expect(await act('manager', id, 'askInfo', { answer: 'Which hand is it?' })).toMatchObject({
        body: { state: 'needs_info', answer: 'Which hand is it?' },
      });
      expect((await get('artist', id)).body.available).toEqual(['answerInfo']);
      expect((await act('artist', id, 'answerInfo')).status).toBe(422);
      expect(await act('artist', id, 'answerInfo', { answer: 'The left one.' })).toMatchObject({
        body: { state: 'triaged', info: 'The left one.', answer: 'Which hand is it?' },
      });
      for (const [verb, state] of [
        ['accept', 'accepted'],
        ['plan', 'planned'],
        ['begin', 'in_progress'],
      ] as const) {
        expect(await act('manager', id, verb)).toMatchObject({ status: 200, body: { state } });
      }
      expect(await act('manager', id, 'ship', { answer })).toMatchObject({
        status: 422,
        body: { code: 'feedback.version_missing' },
      });
      expect(await act('manager', id, 'ship', { answer, version: '1.4' })).toMatchObject({
        body: { state: 'shipped', shippedIn: '1.4', answer },
      });
      expect((await events(id)).filter(({ to }) => to === 'accepted')).toHaveLength(1);
      const card = await atelier.app.get(FeedbackService).find(id);
      expect(card).toEqual({
        id,
        programId,
        personId: atelier.people.artist.id,
        type: 'issue',
        state: 'shipped',
        generationId,
      });
    });

    it('not handled in seven days is accepted, once, whoever sweeps; not while the artist is asked', async () => {
      const late = await filed();
      const asked = await filed();
      const fresh = await filed();
      await act('manager', asked, 'askInfo', { answer: 'Which hand is it?' });
      await sql(`UPDATE feedback_items SET due_at = now() - interval '1 second' WHERE id = ANY ($1)`, [
        [late, asked],
      ]);
      const triage = atelier.app.get(TriageService);
      await Promise.all([triage.sweep(), triage.sweep()]);
      const states = await Promise.all(
        [late, asked, fresh].map(async (id) => (await get('artist', id)).body.state),
      );
      expect(states).toEqual(['accepted', 'needs_info', 'new']);
      expect((await events(late)).map(({ verb }) => verb)).toEqual(['file', 'acceptLate']);
    });
  });

  it('the queue comes by deadline, page by page; an artist sees their own only', async () => {
    type Page = { items: FeedbackView[]; next: string | null };
    const page = async (query: string, as: CastName) =>
      (await atelier.request<Page>('GET', `/api/v1/feedback?${query}`, { as })).body;
    const all = (await page('queue=open&limit=100', 'manager')).items.map(({ id }) => id);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const part: Page = await page(`queue=open&limit=2${next === '' ? '' : `&cursor=${next}`}`, 'manager');
      seen.push(...part.items.map(({ id }) => id));
      next = part.next;
    }
    expect(seen).toEqual(all);
    expect((await page('limit=100', 'artist2')).items).toEqual([]);
    expect((await page('limit=100', 'reviewer')).items).toEqual([]);
    expect((await page('limit=100', 'manager')).items.length).toBeGreaterThan(all.length);
    expect(await atelier.request('GET', '/api/v1/feedback?queue=open', { as: 'artist' })).toMatchObject({
      status: 403,
    });
    expect((await get('artist2', all[0] ?? '')).status).toBe(404);
  });

  it('leaves no standing invariant broken', async () => {
    expect(await violations(atelier, 'feedback-')).toEqual({});
  });
});
