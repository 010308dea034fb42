import { Client } from 'pg';
import type { BoardView } from '../../src/modules/feedback/board/board.dto';
import type { FeedbackPage, FeedbackView } from '../../src/modules/feedback/feedback.dto';
import type { VoidPage, VoidView } from '../../src/modules/feedback/voids/void.dto';
import { alsoStaff, startTestApp, type CastName, type TestApp } from '../support/app';
import { createProgram } from '../support/clips';
import { violations } from '../support/invariants';

const text = 'The fingers of the pianist melt into the keys when the camera turns.';
const answer = 'Thank you: seen, and on its way.';
const facts = 'Word for word the text that another artist sent two days earlier.';

describe('triage', () => {
  let atelier: TestApp;
  let owner: Client;
  let programId: string;
  beforeAll(async () => {
    atelier = await startTestApp('feedback_triage');
    programId = await createProgram(atelier, ['artist', 'artist2', 'artist3']);
    owner = new Client({ connectionString: atelier.databaseUrl });
    await owner.connect();
  }, 60_000);
  afterAll(async () => {
    await owner?.end();
    await atelier?.stop();
  });

  const post = <T = FeedbackView & { code?: string }>(as: CastName, path: string, body: object = {}) =>
    atelier.request<T>('POST', `/api/v1/${path}`, { as, body });
  const read = <T>(as: CastName, path: string) => atelier.request<T>('GET', `/api/v1/${path}`, { as });
  const file = async (change: object = {}, as: CastName = 'artist') =>
    (await post(as, 'feedback', { programId, type: 'issue', text, ...change })).body.id;
  const act = (id: string, verb: string, body: object = {}) =>
    post('manager', `feedback/${id}/${verb}`, body);
  const tag = (id: string, tags: string[], as: CastName = 'manager') =>
    atelier.request<FeedbackView>('PUT', `/api/v1/feedback/${id}/tags`, { as, body: { tags } });
  const propose = (subjectId: string, change: object = {}, as: CastName = 'manager') =>
    post<VoidView & { code?: string }>(as, 'feedback-voids', {
      subject: 'feedback', subjectId, reason: 'copied', facts, ...change,
    }); // prettier-ignore
  const step = (as: CastName, id: string, verb: string) =>
    post<VoidView & { code?: string }>(as, `feedback-voids/${id}/${verb}`);
  const told = (voidId: string) =>
    atelier.db.read<{ to: string }>(
      `SELECT payload ->> 'to' AS "to" FROM platform_events
       WHERE name = 'feedback.pay_voided' AND payload ->> 'voidId' = $1 ORDER BY id`,
      [voidId],
    );

  describe('the board', () => {
    it('has a column for each state, heaviest first, and narrows by every filter', async () => {
      const light = await file({ text: 'A zebra walks through the fog without its stripes.' });
      const heavy = await file({
        text: 'The zebra bursts into pieces in every third clip.',
        severity: 'blocking',
      });
      await tag(heavy, ['animals', 'hands', 'animals']);
      const { body } = await read<BoardView>('manager', `feedback-board?programId=${programId}&words=zebra`);
      expect(body.columns.map(({ state }) => state)).toHaveLength(9);
      const [first] = body.columns;
      expect(first).toMatchObject({ state: 'new', count: 2 });
      expect(first?.items.map(({ id }) => id)).toEqual([heavy, light]);
      expect(first?.items[0]?.tags).toEqual(['animals', 'hands']);
      const found = async (query: string) =>
        (
          await read<FeedbackPage>('manager', `feedback-board/items?programId=${programId}&${query}`)
        ).body.items.map(({ id }) => id);
      expect(await found('tag=animals')).toEqual([heavy]);
      expect(await found('tag=none')).toEqual([]);
      expect(await found('severity=blocking&words=zebra')).toEqual([heavy]);
      expect(await found('type=praise')).toEqual([]);
      const page = await read<FeedbackPage>('manager', 'feedback-board/items?words=zebra&limit=1');
      expect(page.body.items.map(({ id }) => id)).toEqual([heavy]);
      const rest = await read<FeedbackPage>(
        'manager',
        `feedback-board/items?words=zebra&limit=1&cursor=${page.body.next}`,
      );
      expect(rest.body.items.map(({ id }) => id)).toEqual([light]);
    });

    it('shows no label of sentiment, and no artist sees it or its tags', async () => {
      const id = await file({ sentiment: 'critical' });
      await tag(id, ['hands']);
      const { body } = await read<BoardView>('manager', 'feedback-board');
      expect(JSON.stringify(body)).not.toMatch(/sentiment/);
      expect((await read('artist', 'feedback-board')).status).toBe(403);
      expect((await read<FeedbackView>('artist', `feedback/${id}`)).body.tags).toBeUndefined();
      expect((await tag(id, ['x'], 'artist')).status).toBe(403);
      expect((await tag(id, ['Not A Tag'])).status).toBe(422);
    });

    it('keeps every wording, author and payment of what is merged, and the fate of the original', async () => {
      const original = await file();
      const words = 'When the camera turns, her fingers become part of the piano.';
      const second = await file({ text: words }, 'artist2');
      await act(second, 'markDuplicate', { of: original, answer });
      await act(original, 'accept');
      await act(original, 'ship', { answer, version: '2.1' });
      const merged = await read<FeedbackPage>('manager', `feedback-board/items?originalId=${original}`);
      expect(merged.body.items).toMatchObject([
        { id: second, text: words, personId: atelier.people.artist2.id, state: 'duplicate' },
      ]);
      expect((await read<FeedbackView>('artist2', `feedback/${second}`)).body.original).toEqual({
        state: 'shipped',
        shippedIn: '2.1',
      });
      const paid = await atelier.db.read(
        `SELECT payload ->> 'personId' AS who, payload ->> 'to' AS "to" FROM platform_events
         WHERE payload ->> 'payRef' = ANY ($1) AND payload ->> 'to' IN ('accepted', 'duplicate') ORDER BY 2`,
        [[original, second]],
      );
      expect(paid).toEqual([
        { who: atelier.people.artist.id, to: 'accepted' },
        { who: atelier.people.artist2.id, to: 'duplicate' },
      ]);
    });
  });

  describe('taking pay back', () => {
    const accepted = async (as: CastName = 'artist') => {
      const id = await file({}, as);
      await act(id, 'accept');
      return id;
    };
    const forget = () => owner.query('DELETE FROM redress_protected_acts');
    beforeEach(forget);

    it('takes two people and a reason of the list; being said before is none', async () => {
      const id = await accepted();
      expect((await propose(id, { reason: 'duplicate' })).body.code).toBe('feedback.void_reason_missing');
      expect((await propose(id, { reason: 'negative' })).body.code).toBe('feedback.void_reason_missing');
      expect((await propose(id, { facts: 'short' })).status).toBe(422);
      const { body, status } = await propose(id);
      expect([status, body.state, body.available]).toEqual([201, 'proposed', ['drop']]);
      expect((await propose(id)).body.code).toBe('feedback.void_open');
      expect((await step('manager', body.id, 'confirm')).body.code).toBe('feedback.second_person_missing');
      expect((await read<FeedbackView>('artist', `feedback/${id}`)).body.payTaken).toBeNull();
      expect(await told(body.id)).toEqual([]);
      const done = await step('admin', body.id, 'confirm');
      expect(done.body).toMatchObject({ state: 'confirmed', available: [] });
      expect((await step('admin', body.id, 'confirm')).status).toBe(200);
      expect(await told(body.id)).toEqual([{ to: 'confirmed' }]);
      expect((await read<FeedbackView>('artist', `feedback/${id}`)).body.payTaken).toMatchObject({
        reason: 'copied',
        facts,
      });
      const statement = await atelier.db.read(
        `SELECT kind, decided_by, confirmed_by, person_id FROM redress_statements WHERE act_id = $1`,
        [body.id],
      );
      expect(statement).toEqual([
        {
          kind: 'earning_voided',
          decided_by: atelier.people.manager.id,
          confirmed_by: atelier.people.admin.id,
          person_id: atelier.people.artist.id,
        },
      ]);
      const { body: all } = await read<VoidPage>('manager', `feedback-voids?subjectId=${id}`);
      expect(all.items.map(({ state }) => state)).toEqual(['confirmed']);
    });

    it('the database itself refuses one person for both', async () => {
      const { body } = await propose(await accepted());
      await expect(
        owner.query(`UPDATE feedback_voids SET state = 'confirmed', decided_by = proposed_by WHERE id = $1`, [
          body.id,
        ]),
      ).rejects.toThrow('feedback_void_by_two');
    });

    it('is not for what was never paid, nor for one’s own', async () => {
      const id = await file();
      expect((await propose(id)).body.code).toBe('feedback.not_paid');
      expect((await propose('fbk_none')).status).toBe(404);
      const own = await accepted('artist2');
      await alsoStaff(atelier, 'artist2', 'manager', async () => {
        expect((await propose(own, {}, 'artist2')).body.code).toBe('feedback.own_feedback');
      });
    });

    it('a dropped proposal leaves everything and may be made again', async () => {
      const id = await accepted();
      const { body } = await propose(id);
      expect((await step('manager', body.id, 'drop')).body.state).toBe('dropped');
      expect(await told(body.id)).toEqual([]);
      expect((await propose(id)).status).toBe(201);
    });

    it('an appeal that succeeds makes it owed again', async () => {
      const id = await accepted('artist3');
      const { body } = await propose(id);
      await step('admin', body.id, 'confirm');
      const [statement] = await atelier.db.read<{ id: string }>(
        `SELECT id FROM redress_statements WHERE act_id = $1`,
        [body.id],
      );
      const filed = await post<{ id: string }>('artist3', `reasons/${statement?.id}/appeals`, {
        grounds: 'I wrote this myself; the drafts are attached to my notes.',
      });
      expect(filed.status).toBe(201);
      const hearing = await atelier.db.read<{ id: string }>(
        `SELECT id FROM redress_appeals WHERE statement_id = $1`,
        [statement?.id],
      );
      expect((await post('manager', `hearings/${hearing[0]?.id}/take`)).status).toBe(403);
      await post('reviewer', `hearings/${hearing[0]?.id}/take`);
      const over = await post('reviewer', `hearings/${hearing[0]?.id}/overturn`, {
        reasons: 'The drafts are older than the other text: this was not copied.',
      });
      expect(over.status).toBe(200);
      await atelier.settle();
      expect((await read<VoidView>('manager', `feedback-voids/${body.id}`)).body.state).toBe('overturned');
      expect(await told(body.id)).toEqual([{ to: 'confirmed' }, { to: 'overturned' }]);
      expect((await read<FeedbackView>('artist3', `feedback/${id}`)).body.payTaken).toBeNull();
    });

    it('of what was filed without a name neither void nor statement leads to the other', async () => {
      const id = await file(
        { isPrivate: true, text: 'I was told not to speak about how the queue works.' },
        'artist3',
      );
      await act(id, 'accept');
      await forget();
      const { body } = await propose(id);
      expect(JSON.stringify(body)).not.toContain(atelier.people.artist3.id);
      await step('admin', body.id, 'confirm');
      const rows = await atelier.db.read<{ all: string }>(
        `SELECT s::text AS all FROM redress_statements s WHERE act_id = $1`,
        [body.id],
      );
      expect(rows).toHaveLength(1);
      expect(rows[0]?.all).not.toContain(id);
    });
  });

  it('leaves nothing that the standing checks find', async () => {
    expect(await violations(atelier, 'feedback-')).toEqual({});
  });
});
