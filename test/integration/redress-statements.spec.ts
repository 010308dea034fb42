import { Client } from 'pg';
import { ALL_GROUND_NAMES, StatementsService, type StatementDraft } from '../../src/modules/redress';
import { startTestApp, type Answer, type TestApp } from '../support/app';
import { createClip, createProgram } from '../support/clips';
import { violations } from '../support/invariants';
import { faultsOf } from '../support/transparency';

interface Reasons {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly canAppeal: boolean;
  readonly artist: string | null;
}
interface Page {
  readonly items: Reasons[];
  readonly next: string | null;
}

describe('statements of reasons', () => {
  let atelier: TestApp;
  let owner: Client;
  let draft: StatementDraft;
  beforeAll(async () => {
    atelier = await startTestApp('redress_statements');
    owner = new Client({ connectionString: atelier.databaseUrl });
    await owner.connect();
    draft = {
      kind: 'feedback_declined',
      subjectId: 'fbk_a',
      actId: 'decline',
      personId: atelier.people.artist.id,
      programId: null,
      ground: 'evidence',
      rule: { source: 'criterion', id: 'not_reproducible', text: 'It could not be reproduced.' },
      facts: 'Three clips with the same seed show no fog at all.',
      remedy: 'Name the clip and the second in which it is seen.',
      decidedBy: { id: atelier.people.manager.id, role: 'manager' },
    };
  }, 60_000);
  afterAll(async () => {
    await owner?.end();
    await atelier?.stop();
  });

  const issue = (change: Partial<StatementDraft> = {}) =>
    atelier.db.tx((tx) => atelier.app.get(StatementsService).issue(tx, { ...draft, ...change }));
  const get = <T = Page>(as: 'artist' | 'artist2' | 'manager', path: string): Promise<Answer<T>> =>
    atelier.request<T>('GET', `/api/v1/${path}`, { as });

  it('are one for one act, however often it is taken', async () => {
    const first = await issue();
    const again = await issue({ facts: 'Something else that nobody wrote before.' });
    expect(again).toEqual(first);
    expect(first.effect).toBe('in_force');
    const other = await issue({ actId: 'decline_again' });
    expect(other.id).not.toBe(first.id);
    const both = await Promise.all([issue({ actId: 'race' }), issue({ actId: 'race' })]);
    expect(both[0]).toEqual(both[1]);
  });

  it('are refused whole when a part is missing, by the service and by the database', async () => {
    await expect(issue({ actId: 'x', facts: 'short' })).rejects.toMatchObject({
      code: 'statement_incomplete',
      details: { missing: ['facts'] },
    });
    const copy = `INSERT INTO redress_statements SELECT (jsonb_populate_record(s, $1)).* FROM redress_statements s LIMIT 1`;
    await expect(owner.query(copy, [{ id: 'sor_1', act_id: 'y', facts: 'short' }])).rejects.toThrow(
      'redress_statement_is_whole',
    );
    await expect(
      owner.query(copy, [{ id: 'sor_2', act_id: 'z', decided_by: draft.personId }]),
    ).rejects.toThrow('redress_nobody_decides_about_themselves');
    await expect(owner.query(copy, [{ id: 'sor_3', act_id: 'w', ground: 'tone' }])).rejects.toThrow(
      'redress_ground_is_of_the_list',
    );
    for (const ground of ALL_GROUND_NAMES)
      await owner.query(
        `BEGIN; ${copy.replace('$1', `'${JSON.stringify({ id: 'sor_4', act_id: 'v', ground })}'`)}; ROLLBACK`,
      );
  });

  it('stay as they were written', async () => {
    await expect(owner.query(`UPDATE redress_statements SET facts = facts || ' and more'`)).rejects.toThrow(
      'stays as it was written',
    );
    await expect(
      owner.query('DELETE FROM redress_participants; DELETE FROM redress_statements'),
    ).rejects.toThrow('stays as it was written');
  });

  it('are read by their artist and by staff, and by nobody else', async () => {
    const { id } = await issue();
    const mine = (await get<Reasons>('artist', `reasons/${id}`)).body;
    expect(mine).toMatchObject({
      kind: 'feedback_declined',
      groundSays: expect.stringContaining('published rule'),
      decidedByRole: 'manager',
      canAppeal: true,
      artist: null,
    });
    expect(JSON.stringify(mine)).not.toContain(atelier.people.manager.id);
    expect((await get('artist2', `reasons/${id}`)).status).toBe(404);
    expect((await get('artist2', 'reasons')).body.items).toEqual([]);
    expect((await get<Reasons>('manager', `reasons/${id}`)).body).toMatchObject({
      artist: 'artist of the test',
      canAppeal: false,
    });
    const page = (await get('manager', 'reasons?limit=2&kind=feedback_declined')).body;
    expect(page.items).toHaveLength(2);
    const rest = (await get('manager', `reasons?limit=2&kind=feedback_declined&cursor=${page.next}`)).body;
    expect(rest.items).toHaveLength(1);
    expect((await get('manager', 'reasons?kind=key_revoked')).body.items).toEqual([]);
  });

  it('are kept as a file by their artist', async () => {
    const { id } = await issue();
    const file = await get<Reasons>('artist', `reasons/${id}/file`);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(file.body.id).toBe(id);
  });

  it('leave in the schema of the transparency database, without a name', async () => {
    await issue({ actId: 'admission', kind: 'application_declined', ground: 'selection' });
    const { statements } = (await get<{ statements: Record<string, string>[] }>('manager', 'reasons-export'))
      .body;
    expect(statements).toHaveLength(3); // admission has no place there
    expect(statements[0]).toMatchObject({
      decision_monetary: 'DECISION_MONETARY_OTHER',
      decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
      automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
    });
    const faults = faultsOf();
    for (const statement of statements) expect(faults(statement)).toEqual([]);
    expect(Object.values(statements[0] ?? {})).not.toContain('');
    expect(JSON.stringify(statements)).not.toMatch(/per_|artist of the test/);
    const csv = (await get<string>('manager', 'reasons-export?format=csv')).body;
    const lines = csv.trim().split('\r\n');
    expect(lines[0]).toMatch(/^puid,decision_visibility,/);
    expect(lines).toHaveLength(4);
    expect((await get('artist', 'reasons-export')).status).toBe(403);
  });

  it('tell their artist, whole', async () => {
    await atelier.settle();
    const { items } = (
      await atelier.request<{ items: { kind: string; link: string; text: string }[] }>(
        'GET',
        '/api/v1/notices',
        {
          as: 'artist',
        },
      )
    ).body;
    const told = items.find(({ kind }) => kind === 'reasons.issued');
    expect(told?.text).toContain('Three clips with the same seed show no fog at all.');
    expect(told?.link).toMatch(/^\/studio\/decisions\/sor_/);
  });

  it('follow a key that staff or a machine stopped, once, and not one that its owner stopped', async () => {
    const make = async (name: string): Promise<string> => {
      const body = { name, scopes: ['generations:write'], expiresInDays: 30 };
      const made = await atelier.request<{ key: { id: string } }>('POST', '/api/v1/keys', {
        as: 'artist',
        body,
      });
      return made.body.key.id;
    };
    const [mine, theirs] = [await make('mine'), await make('theirs')];
    await atelier.request('POST', `/api/v1/keys/${mine}/revoke`, { as: 'artist', body: {} });
    const reason = 'Found in a public notebook by a colleague';
    const stopped = await atelier.request('POST', `/api/v1/keys/${theirs}/quarantine`, {
      as: 'manager',
      body: { reason },
    });
    expect(stopped.status).toBeLessThan(300);
    await atelier.settle();
    const about = async (key: string) => (await get('artist', `reasons?subjectId=${key}`)).body.items;
    expect(await about(theirs)).toMatchObject([{ kind: 'key_quarantined', state: 'in_force' }]);
    expect(await about(mine)).toEqual([]);
  });

  it('are missed by the standing checks where there is none, or where a part of one is empty', async () => {
    const programId = await createProgram(atelier, ['artist']);
    const id = await createClip(atelier, { programId, artist: 'artist' });
    await owner.query('SET session_replication_role = replica');
    await owner.query(
      `UPDATE generation_generations SET state = 'refused', is_keeper = false, finished_at = now() WHERE id = $1`,
      [id],
    );
    const missing = { 'redress-refused-clips-have-reasons.sql': [expect.objectContaining({ id })] };
    expect(await violations(atelier, 'redress-')).toEqual(missing);
    await issue({ kind: 'generation_refused', subjectId: id, actId: 'refuse', ground: 'model' });
    expect(await violations(atelier, 'redress-')).toEqual({});
    await owner.query(`UPDATE redress_statements SET rule_text = ' ' WHERE subject_id = $1`, [id]);
    expect(Object.keys(await violations(atelier, 'redress-'))).toEqual([
      'redress-statements-are-complete.sql',
    ]);
    await owner.query(`UPDATE redress_statements SET rule_text = 'A rule.' WHERE subject_id = $1`, [id]);
    expect(await violations(atelier, 'redress-')).toEqual({});
  });
});
