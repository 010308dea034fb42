import { Client } from 'pg';
import { GuardService, StatementsService, type StatementDraft } from '../../src/modules/redress';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { violations } from '../support/invariants';

const REASONS = 'The clip shows a handshake and nobody is hurt in it.';
const DAY = 86_400_000;

interface Hearing {
  readonly id: string;
  readonly state: string;
  readonly available: string[];
  readonly messages: { isByArtist: boolean; body: string }[];
}

describe('appeals and second looks', () => {
  let atelier: TestApp;
  let owner: Client;
  let acts = 0;
  beforeAll(async () => {
    atelier = await startTestApp('redress_appeals');
    owner = new Client({ connectionString: atelier.databaseUrl });
    await owner.connect();
  }, 60_000);
  afterAll(async () => {
    await owner?.end();
    await atelier?.stop();
  });

  /** An appeal is protected itself: what follows it within 60 days would wait for a second look. */
  const forget = () => owner.query('DELETE FROM redress_protected_acts');
  beforeEach(forget);

  async function issue(change: Partial<StatementDraft> = {}, at = new Date()) {
    acts += 1;
    const draft: StatementDraft = {
      kind: 'feedback_declined',
      subjectId: `fbk_${acts}`,
      actId: 'decline',
      personId: atelier.people.artist.id,
      programId: null,
      ground: 'evidence',
      rule: { source: 'criterion', id: 'not_reproducible', text: 'It could not be reproduced.' },
      facts: 'Three clips with the same seed show no fog at all.',
      remedy: 'Name the clip and the second in which it is seen.',
      decidedBy: { id: atelier.people.manager.id, role: 'manager' },
      participants: [atelier.people.reviewer2.id],
      snapshot: { text: 'The fog slides as one sheet.' },
      ...change,
    };
    return atelier.db.tx((tx) => atelier.app.get(StatementsService).issue(tx, draft, at));
  }
  const post = <T = Hearing & { code?: string }>(as: CastName, path: string, body: object = {}) =>
    atelier.request<T>('POST', `/api/v1/${path}`, { as, body });
  const appeal = (id: string, as: CastName = 'artist') =>
    post(as, `reasons/${id}/appeals`, { grounds: 'The fog is there at second four.' });

  it('are heard by another person, by the server and by the database', async () => {
    const { id } = await issue();
    const filed = await appeal(id);
    expect(filed).toMatchObject({ status: 201, body: { state: 'filed', isLate: false } });
    for (const who of ['manager', 'reviewer2'] as const)
      expect(await post(who, `hearings/${filed.body.id}/take`)).toMatchObject({
        status: 403,
        body: { code: 'redress.took_part' },
      });
    const set = 'UPDATE redress_appeals SET hearer_id = $2 WHERE id = $1';
    for (const who of ['manager', 'reviewer2', 'artist'] as const)
      await expect(owner.query(set, [filed.body.id, atelier.people[who].id])).rejects.toThrow(
        /took no part|redress_appeal_is_heard_by_another/,
      );
    expect((await post('artist2', `hearings/${filed.body.id}/take`)).status).toBe(404);
    expect((await post('reviewer', `hearings/${filed.body.id}/take`)).status).toBe(200);
  });

  it('show what is appealed, carry what both say, and close with reasons, once', async () => {
    const { id } = await issue();
    const { body } = await appeal(id);
    const at = `hearings/${body.id}`;
    expect(body).toMatchObject({ statement: { id, snapshot: { text: 'The fog slides as one sheet.' } } });
    await post('reviewer', `${at}/take`);
    expect((await post('manager2', `${at}/messages`, { body: 'Me too' })).status).toBe(404);
    await post('reviewer', `${at}/messages`, { body: 'Which clip is it?' });
    const said = await post('artist', `${at}/messages`, { body: 'The second one.' });
    expect(said.body.messages.map(({ body: text }) => text)).toEqual([
      'Which clip is it?',
      'The second one.',
    ]);
    expect((await post('reviewer', `${at}/overturn`, { reasons: 'short' })).body.code).toBe(
      'redress.reasons_missing',
    );
    const answers = await Promise.all([
      post('reviewer', `${at}/overturn`, { reasons: REASONS }),
      post('reviewer', `${at}/uphold`, { reasons: REASONS }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await post('artist', `${at}/messages`, { body: 'Thank you' })).body.code).toBe(
      'redress.appeal_closed',
    );
    await expect(owner.query(`UPDATE redress_messages SET body = 'x'`)).rejects.toThrow('stays');
  });

  it('that succeed annul the statement and tell the module of its subject', async () => {
    const { id } = await issue();
    const { body } = await appeal(id);
    await post('reviewer', `hearings/${body.id}/take`);
    await post('reviewer', `hearings/${body.id}/overturn`, { reasons: REASONS });
    const row = await atelier.request('GET', `/api/v1/reasons/${id}`, { as: 'artist' });
    expect(row.body).toMatchObject({ state: 'annulled', appeal: { state: 'overturned' }, canAppeal: false });
    const events = await atelier.db.read<{ outcome: string }>(
      `SELECT payload ->> 'outcome' AS outcome FROM platform_events
       WHERE name = 'redress.appeal_decided' AND payload ->> 'statementId' = $1`,
      [id],
    );
    expect(events).toEqual([{ outcome: 'overturned' }]);
  });

  it('are refused twice, after six months, and against what is somebody else’s', async () => {
    const { id } = await issue();
    expect((await appeal(id, 'artist2')).status).toBe(404);
    const first = await appeal(id);
    expect((await appeal(id)).body.code).toBe('redress.already_appealed');
    expect((await post('artist', `hearings/${first.body.id}/withdraw`)).body.state).toBe('withdrawn');
    expect((await appeal(id)).status).toBe(201);
    await forget();
    const sixMonths = (slack: number): Date => {
      const at = new Date(Date.now() + slack);
      at.setUTCMonth(at.getUTCMonth() - 6);
      return at;
    };
    expect((await appeal((await issue({}, sixMonths(DAY))).id)).status).toBe(201);
    await forget();
    expect((await appeal((await issue({}, sixMonths(-4 * DAY))).id)).body.code).toBe(
      'redress.appeal_too_late',
    );
  });

  describe('the guard', () => {
    const guard = (who: CastName, days: number) =>
      atelier.db.tx((tx) =>
        atelier.app
          .get(GuardService)
          .protect(
            tx,
            atelier.people[who].id,
            'feedback',
            `fbk_${who}_${days}`,
            new Date(Date.now() - days * DAY),
          ),
      );
    const about = (who: CastName) => ({ personId: atelier.people[who].id });
    const looks = async (as: CastName) =>
      (
        await atelier.request<{ items: { id: string; statement: { id: string } }[] }>(
          'GET',
          '/api/v1/second-looks',
          { as },
        )
      ).body.items;

    it('holds an act 59 days after a protected one, and lets one pass after 61', async () => {
      await guard('artist2', 61);
      expect((await issue(about('artist2'))).effect).toBe('in_force');
      await guard('artist2', 59);
      const held = await issue(about('artist2'));
      expect(held.effect).toBe('held');
      expect((await atelier.request('GET', `/api/v1/reasons/${held.id}`, { as: 'artist2' })).status).toBe(
        404,
      );
      const look = (await looks('finance')).find(({ statement }) => statement.id === held.id);
      expect(JSON.stringify(look)).not.toMatch(/sampled|protected|critical|sentiment/i);
      const at = `second-looks/${look?.id}`;
      const verdict = { reasons: REASONS };
      expect((await post('manager', `${at}/confirm`, verdict)).body.code).toBe('redress.took_part');
      expect((await post('manager2', `${at}/confirm`, verdict)).body.code).toBe('redress.same_line');
      const set = 'UPDATE redress_looks SET looker_id = $2 WHERE id = $1';
      for (const who of ['manager', 'manager2', 'artist2'] as const)
        await expect(owner.query(set, [look?.id, atelier.people[who].id])).rejects.toThrow(
          'outside of the line',
        );
      expect((await post('finance', `${at}/confirm`, verdict)).body.state).toBe('confirmed');
      const now = await atelier.request('GET', `/api/v1/reasons/${held.id}`, { as: 'artist2' });
      expect(now.body).toMatchObject({ state: 'in_force' });
    });

    it('drops an act that the second look rejects, and it stays dropped when it is tried again', async () => {
      await guard('artist3', 1);
      const held = await issue({ ...about('artist3'), subjectId: 'fbk_again' });
      const look = (await looks('finance')).find(({ statement }) => statement.id === held.id);
      await post('finance', `second-looks/${look?.id}/reject`, { reasons: REASONS });
      expect((await issue({ ...about('artist3'), subjectId: 'fbk_again' })).effect).toBe('dropped');
      expect((await atelier.request('GET', `/api/v1/reasons/${held.id}`, { as: 'artist3' })).status).toBe(
        404,
      );
    });

    it('contains a key at once and looks afterwards', async () => {
      await guard('artist3', 2);
      const kind = 'key_quarantined' as const;
      const stopped = await issue({ ...about('artist3'), kind, subjectId: 'key_x', ground: 'security' });
      expect(stopped.effect).toBe('in_force');
      expect((await looks('finance')).map(({ statement }) => statement.id)).toContain(stopped.id);
    });
  });

  it('leave no standing invariant broken', async () => {
    expect(await violations(atelier, 'redress-')).toEqual({});
  });
});
