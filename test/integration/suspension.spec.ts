import { Client } from 'pg';
import { SuspensionSweep } from '../../src/modules/enrollment/suspensions/suspension.service';
import { EnrollmentService } from '../../src/modules/enrollment';
import { GuardService } from '../../src/modules/redress';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { createClip } from '../support/clips';
import { entrance } from '../support/enrollment';
import { violations } from '../support/invariants';
import { openProgram } from '../support/program';
import { rights } from '../support/sharing';
import { priced, tasksOf } from '../support/tasks';

const REASONS = 'The clips show nobody who did not agree to it.';

describe('a suspension', () => {
  let atelier: TestApp;
  let owner: Client;
  const { enrolled, propose, stepSuspension, suspended, member, eventsOf } = entrance(() => atelier);
  beforeAll(async () => {
    atelier = await startTestApp('suspension');
    owner = new Client({ connectionString: atelier.databaseUrl });
    await owner.connect();
  }, 60_000);
  afterAll(async () => {
    await owner?.end();
    await atelier?.stop();
  });
  beforeEach(() => owner.query('DELETE FROM redress_protected_acts'));
  afterEach(async () => {
    expect(await violations(atelier, 'enrollment-')).toEqual({});
    expect(await violations(atelier, 'redress-')).toEqual({});
  });

  const get = <T = Record<string, unknown>>(path: string, as: CastName = 'artist') =>
    atelier.request<T>('GET', `/api/v1/${path}`, { as });
  const post = <T = { id: string; state: string; code?: string }>(
    path: string,
    as: CastName,
    body: object = {},
  ) => atelier.request<T>('POST', `/api/v1/${path}`, { as, body });
  const stateOf = async (id: string) => (await get<{ state: string }>(`enrollments/${id}`)).body.state;
  const statementOf = async (id: string): Promise<string> => {
    const { body } = await get<{ statementId: string }>(`suspensions/${id}`, 'manager');
    return body.statementId;
  };
  const mayGenerate = (programId: string) =>
    atelier.app.get(EnrollmentService).activeOf(atelier.people.artist.id, programId);
  async function fresh(): Promise<{ programId: string; id: string }> {
    const { id: programId } = await openProgram(atelier);
    return { programId, id: await enrolled(programId) };
  }

  it('needs clause, facts, remedy and an end, and says which is missing or wrong', async () => {
    const { id } = await fresh();
    const cases: [object, string][] = [
      [{ facts: undefined }, 'input.invalid'],
      [{ facts: 'short' }, 'input.invalid'],
      [{ remedy: undefined }, 'input.invalid'],
      [{ endsAt: undefined }, 'input.invalid'],
      [{ scope: ['generation', 'portal'] }, 'input.invalid'],
      [{ scope: ['generation', 'pay'] }, 'input.invalid'],
      [{ scope: ['sharing'] }, 'input.invalid'],
      [{ scope: [] }, 'input.invalid'],
      [{ ground: 'tone' }, 'input.invalid'],
      [{ clauseId: 'XX-9' }, 'enrollment.clause_unknown'],
      [{ endsAt: '2020-01-01T00:00:00Z' }, 'enrollment.end_in_past'],
    ];
    for (const [more, code] of cases)
      expect(await propose(id, 'manager', more)).toMatchObject({ status: 422, body: { code } });
    for (const who of ['artist', 'reviewer', 'finance'] as const)
      expect((await propose(id, who)).status).toBe(403);
    expect(await stateOf(id)).toBe('active');
  });

  it('does nothing before a second person confirms, who is another one by server and database', async () => {
    const { id, programId } = await fresh();
    const { body } = await propose(id);
    expect(body).toMatchObject({ state: 'proposed', statementId: null, available: ['withdraw'] });
    expect(await stateOf(id)).toBe('active');
    expect((await propose(id, 'manager2')).body.code).toBe('enrollment.suspension_under_way');
    expect((await stepSuspension(body.id, 'confirm', 'manager')).body.code).toBe('enrollment.second_person');
    const confirm = 'UPDATE enrollment_suspensions SET confirmed_by = $2 WHERE id = $1';
    for (const who of ['manager', 'artist'] as const)
      await expect(owner.query(confirm, [body.id, atelier.people[who].id])).rejects.toThrow(
        'enrollment_suspended_by_two',
      );
    await expect(
      owner.query(
        `UPDATE enrollment_enrollments SET state = 'suspended', suspension = '{}', suspended_until = now() WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('second person');
    const answers = await Promise.all([
      stepSuspension(body.id, 'confirm', 'manager2'),
      stepSuspension(body.id, 'refuse', 'manager2'),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await stepSuspension(body.id, 'withdraw', 'manager');
    expect(['suspended', 'active']).toContain(await stateOf(id));
    expect(programId).not.toBe('');
  });

  it('is told whole, closes generation until its end, and lifts itself', async () => {
    const { id, programId } = await fresh();
    const suspensionId = await suspended(id);
    const seen = await get(`enrollments/${id}`);
    const statementId = await statementOf(suspensionId);
    expect(seen.body).toMatchObject({
      state: 'suspended',
      suspension: { suspensionId, statementId, clauseId: 'RU-1', termsVersion: 1, scope: ['generation'] },
      available: ['leave'],
    });
    await expect(mayGenerate(programId)).rejects.toMatchObject({
      code: 'enrollment_suspended',
      details: { until: expect.any(String) },
    });
    const statement = await get(`reasons/${statementId}`);
    expect(statement.body).toMatchObject({
      kind: 'enrollment_suspended',
      state: 'in_force',
      rule: { source: 'clause', id: 'RU-1', version: 1, text: expect.any(String) },
      facts: expect.stringContaining('Forty clips'),
      endsAt: expect.any(String),
      confirmedByRole: 'manager',
      canAppeal: true,
    });
    await atelier.settle();
    const notices = await get<{ items: { title: string; link: string; text: string }[] }>('notices');
    const told = notices.body.items.find(({ link }) => link === `/studio/decisions/${statementId}`);
    expect(told?.text).toContain('You can appeal until');

    const sweep = atelier.app.get(SuspensionSweep);
    await sweep.run();
    expect(await stateOf(id)).toBe('suspended');
    await owner.query(
      `UPDATE enrollment_suspensions SET ends_at = now() - interval '1 second' WHERE id = $1`,
      [suspensionId],
    );
    await Promise.all([sweep.run(), sweep.run()]);
    expect(await stateOf(id)).toBe('active');
    expect((await get(`reasons/${statementId}`)).body).toMatchObject({ state: 'ended', canAppeal: true });
    expect((await eventsOf('enrollmentId', id)).map(({ verb }) => verb)).toEqual([
      'invite',
      'consent',
      'suspend',
      'reinstate',
    ]);
    expect((await mayGenerate(programId)).id).toBe(id);
  });

  it('is lifted by a manager before its time, and over when nobody confirmed it for a week', async () => {
    const { id } = await fresh();
    const first = await suspended(id);
    expect((await post(`suspensions/${first}/lift`, 'artist')).status).toBe(403);
    expect((await stepSuspension(first, 'lift', 'manager', { note: 'Cleared up' })).body.state).toBe(
      'lifted',
    );
    expect(await stateOf(id)).toBe('active');
    const { body } = await propose(id);
    await owner.query(
      `UPDATE enrollment_suspensions SET created_at = now() - interval '8 days' WHERE id = $1`,
      [body.id],
    );
    await atelier.app.get(SuspensionSweep).run();
    expect((await get(`suspensions/${body.id}`, 'manager')).body).toMatchObject({ state: 'expired' });
    expect(await stateOf(id)).toBe('active');
  });

  it('is undone by an appeal that succeeds, once, whatever is told twice', async () => {
    const { id, programId } = await fresh();
    const suspensionId = await suspended(id);
    const statementId = await statementOf(suspensionId);
    const appeal = await post(`reasons/${statementId}/appeals`, 'artist', { grounds: 'All of them agreed.' });
    for (const who of ['manager', 'manager2'] as const)
      expect((await post(`hearings/${appeal.body.id}/take`, who)).body.code).toBe('redress.took_part');
    await post(`hearings/${appeal.body.id}/take`, 'reviewer');
    await post(`hearings/${appeal.body.id}/overturn`, 'reviewer', { reasons: REASONS });
    await atelier.settle();
    expect(await stateOf(id)).toBe('active');
    expect((await mayGenerate(programId)).id).toBe(id);
    expect((await get(`suspensions/${suspensionId}`, 'manager')).body).toMatchObject({ state: 'overturned' });
    const { rows } = await owner.query<{ restored: boolean }>(
      'SELECT restored_at IS NOT NULL AS restored FROM redress_appeals WHERE id = $1',
      [appeal.body.id],
    );
    expect(rows).toEqual([{ restored: true }]);
  });

  describe('in a wider scope', () => {
    const { open, take, submit } = tasksOf(() => atelier);
    let programId: string;
    let id: string;
    const handIn = async (draft = false) =>
      post('submissions', 'artist', {
        generationId: await createClip(atelier, { programId, artist: 'artist' }),
        title: 'Tide Study',
        description: '',
        rights,
        labels: [],
        audience: 'wide',
        draft,
      });
    beforeAll(async () => {
      await owner.query('DELETE FROM redress_protected_acts');
      ({ programId, id } = await fresh());
      await priced(atelier, programId);
    });

    it('closes what it names, says so with reasons, and leaves what was begun', async () => {
      const handedIn = await handIn();
      const [begun, later] = [await open(programId), await open(programId)];
      const seat = await take(begun.id);
      expect(seat.status).toBe(200);
      const suspensionId = await suspended(id, { scope: ['generation', 'sharing', 'tasks'] });
      const closed = { status: 403, body: { code: 'enrollment.scope_suspended' } };
      expect(await handIn()).toMatchObject(closed);
      const draft = await handIn(true);
      expect(draft.status).toBe(201);
      expect(await post(`submissions/${draft.body.id}/submit`, 'artist')).toMatchObject(closed);
      expect(await take(later.id)).toMatchObject({
        ...closed,
        body: { scope: 'tasks', until: expect.any(String), statementId: expect.any(String) },
      });
      expect((await take(begun.id)).body.id).toBe(seat.body.id);
      expect((await submit(seat.body.id)).status).toBe(200);
      expect((await get(`submissions/${handedIn.body.id}`)).body).toMatchObject({ state: 'submitted' });
      const { body } = await get(`reasons/${await statementOf(suspensionId)}`);
      expect(body).toMatchObject({
        snapshot: { closed: 'making clips, handing in works to be shared, taking new paid tasks' },
      });
      await stepSuspension(suspensionId, 'lift', 'manager');
      expect((await post(`submissions/${draft.body.id}/submit`, 'artist')).status).toBe(200);
      expect((await take(later.id)).status).toBe(200);
    });

    it('is by default making clips alone', async () => {
      await suspended(id);
      expect((await handIn()).status).toBe(201);
      expect((await take((await open(programId)).id)).status).toBe(200);
    });

    it('cannot name pay, portal, export or appeal, in the database either', async () => {
      for (const scope of ['{generation,pay}', '{sharing}', '{}', '{generation,appeal}'])
        await expect(
          owner.query(`UPDATE enrollment_suspensions SET scope = $2 WHERE enrollment_id = $1`, [id, scope]),
        ).rejects.toThrow('enrollment_suspensions_scope_check');
    });
  });

  it('soon after critical feedback waits for somebody outside of the line, and does nothing until then', async () => {
    const { id } = await fresh();
    await atelier.db.tx((tx) =>
      atelier.app.get(GuardService).protect(tx, atelier.people.artist.id, 'feedback', `fbk_${id}`),
    );
    const held = await suspended(id);
    expect((await get(`suspensions/${held}`, 'manager')).body).toMatchObject({ state: 'confirmed' });
    expect(await stateOf(id)).toBe('active');
    const looks = await get<{ items: { id: string; statement: { subjectId: string } }[] }>(
      'second-looks',
      'reviewer',
    );
    const look = looks.body.items.find(({ statement }) => statement.subjectId === id);
    await post(`second-looks/${look?.id}/reject`, 'reviewer', { reasons: REASONS });
    await atelier.settle();
    expect((await get(`suspensions/${held}`, 'manager')).body).toMatchObject({ state: 'dropped' });
    expect(await stateOf(id)).toBe('active');
  });

  describe('leaves open', () => {
    let id: string;
    let statementId: string;
    beforeAll(async () => {
      await owner.query('DELETE FROM redress_protected_acts');
      const found = await fresh();
      id = found.id;
      statementId = await statementOf(await suspended(id));
    });

    it.each([
      ['the portal', 'session'],
      ['clips', 'generations'],
      ['works', 'own-works'],
      ['sharing', 'submissions'],
      ['feedback', 'feedback'],
      ['earnings', 'earnings'],
      ['payouts', 'me/payouts'],
      ['notices', 'notices'],
      ['questions', 'questions'],
    ])('%s', async (_, path) => {
      expect(await stateOf(id)).toBe('suspended');
      expect((await get(path)).status).toBe(200);
    });

    it('credits, the reasons as a file, and the statements of pay', async () => {
      const { body } = await get<{ programId: string }>(`enrollments/${id}`);
      expect((await get(`quota?programId=${body.programId}`)).status).toBe(200);
      expect((await get(`statements/${new Date().toISOString().slice(0, 7)}?format=csv`)).status).toBe(200);
      expect((await get(`reasons/${statementId}/file`)).status).toBe(200);
    });

    it('feedback that is handed in', async () => {
      const { body } = await get<{ programId: string }>(`enrollments/${id}`);
      const { status } = await post('feedback', 'artist', {
        programId: body.programId,
        type: 'issue',
        text: 'The fog slides as one sheet over the water.',
      });
      expect(status).toBe(201);
    });

    it('a question', async () => {
      const { body } = await get<{ programId: string }>(`enrollments/${id}`);
      const { status } = await post('questions', 'artist', {
        programId: body.programId,
        topic: 'speak',
        question: 'May I speak about this suspension?',
        context: '',
      });
      expect(status).toBe(201);
    });

    it('an appeal, and leaving', async () => {
      const grounds = 'All of them agreed.';
      expect((await post(`reasons/${statementId}/appeals`, 'artist', { grounds })).status).toBe(201);
      expect((await member(id, 'leave', 'artist')).status).toBe(200);
      await atelier.settle();
    });
  });
});
