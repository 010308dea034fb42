import { createHash } from 'node:crypto';
import { startTestApp, type TestApp } from '../support/app';
import { violations } from '../support/invariants';
import { clauses, draftProgram, markPolicy, openProgram, prices, quotaPlan } from '../support/program';

interface VersionBody {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
}

let atelier: TestApp;

beforeAll(async () => {
  atelier = await startTestApp('program', { roles: ['api'] });
}, 60_000);
afterAll(() => atelier?.stop());

const publish = (program: string, what: string, body: object, headers: Record<string, string> = {}) =>
  atelier.request<VersionBody & { code?: string }>('POST', `/api/v1/programs/${program}/${what}`, {
    as: 'manager',
    body,
    headers,
  });

const events = async (name: string, programId: string): Promise<Record<string, unknown>[]> =>
  (
    await atelier.db.read<{ payload: Record<string, unknown> }>(
      `SELECT payload FROM platform_events WHERE name = $1 AND payload->>'programId' = $2 ORDER BY id`,
      [name, programId],
    )
  ).map(({ payload }) => payload);

describe('a programme', () => {
  test('is prepared by a manager and by nobody else', async () => {
    const body = {
      slug: 'only-managers',
      name: 'Only managers',
      model: 'lumen-1',
      currency: 'EUR',
      startsAt: '2026-01-01T00:00:00Z',
      endsAt: '2027-01-01T00:00:00Z',
      capacity: 3,
    };
    for (const as of ['artist', 'reviewer', 'finance'] as const) {
      expect((await atelier.request('POST', '/api/v1/programs', { as, body })).status).toBe(403);
    }
    expect((await atelier.request('POST', '/api/v1/programs', { body })).status).toBe(401);
    expect((await atelier.request('POST', '/api/v1/programs', { as: 'manager', body })).status).toBe(201);
    const again = await atelier.request('POST', '/api/v1/programs', { as: 'manager', body });
    expect(again).toMatchObject({ status: 409, body: { code: 'program.slug_taken' } });
    const reversed = await atelier.request('POST', '/api/v1/programs', {
      as: 'manager',
      body: { ...body, slug: 'reversed', endsAt: '2025-01-01T00:00:00Z' },
    });
    expect(reversed).toMatchObject({ status: 422, body: { code: 'program.dates_reversed' } });
  });

  test('made twice under one Idempotency-Key is one programme', async () => {
    const ask = {
      as: 'manager' as const,
      headers: { 'idempotency-key': 'make-once' },
      body: {
        slug: 'made-once',
        name: 'Made once',
        model: 'lumen-1',
        currency: 'EUR',
        startsAt: '2026-01-01T00:00:00Z',
        endsAt: '2027-01-01T00:00:00Z',
        capacity: 3,
      },
    };
    const first = await atelier.request('POST', '/api/v1/programs', ask);
    const second = await atelier.request('POST', '/api/v1/programs', ask);
    expect(second).toMatchObject({ status: 201, body: first.body });
  });

  test('does not exist for the public before it opens, and is public from then on', async () => {
    const { id, slug } = await draftProgram(atelier);
    for (const address of [id, slug, `${id}/versions`, `${id}/terms/1`]) {
      expect((await atelier.request('GET', `/api/v1/programs/${address}`)).status).toBe(404);
      expect((await atelier.request('GET', `/api/v1/programs/${address}`, { as: 'artist' })).status).toBe(
        404,
      );
    }
    expect((await atelier.request('GET', `/api/v1/programs/${slug}`, { as: 'manager' })).status).toBe(200);
    const drafts = await atelier.request<{ items: object[] }>('GET', '/api/v1/programs?state=draft');
    expect(drafts.body.items).toEqual([]);

    const open = await openProgram(atelier);
    const seen = await atelier.request<{ items: { id: string }[] }>('GET', '/api/v1/programs?limit=100');
    expect(seen.body.items.map((item) => item.id)).toContain(open.id);
    expect(seen.body.items.map((item) => item.id)).not.toContain(id);
    expect(await atelier.request('GET', `/api/v1/programs/${open.slug}`)).toMatchObject({
      status: 200,
      body: {
        id: open.id,
        state: 'open',
        terms: { version: 1, clauses: expect.arrayContaining([expect.objectContaining({ id: 'RU-1' })]) },
        rateCard: { version: 1, currency: 'EUR', items: { 'feedback.issue': 1_500 } },
        quotaPlan: { version: 1, credits: 5_000, window: 'week' },
        markPolicy: { version: 1, c2pa: false, trainingUse: 'not_allowed', artistCredit: false },
        available: [],
      },
    });
  });

  test('opens only when each of the four documents is published, and says which are missing', async () => {
    const { id } = await draftProgram(atelier);
    const open = () =>
      atelier.request<{ missing?: string[] }>('POST', `/api/v1/programs/${id}/open`, { as: 'manager' });
    expect(await open()).toMatchObject({
      status: 409,
      body: {
        code: 'program.programme_incomplete',
        missing: ['terms', 'rate_card', 'quota_plan', 'mark_policy'],
      },
    });
    await publish(id, 'terms', { clauses: clauses() });
    await publish(id, 'rate-cards', { items: prices() });
    await publish(id, 'quota-plans', quotaPlan);
    expect((await open()).body.missing).toEqual(['mark_policy']);
    await publish(id, 'mark-policies', markPolicy);
    expect(await open()).toMatchObject({
      status: 200,
      body: { state: 'open', available: ['start', 'close'] },
    });
    expect((await open()).status).toBe(200);
    expect(await events('program.opened', id)).toEqual([{ programId: id }]);
  });

  test('goes through its states in order, and publishes nothing once closed', async () => {
    const { id } = await openProgram(atelier);
    const step = (verb: string) =>
      atelier.request('POST', `/api/v1/programs/${id}/${verb}`, { as: 'manager' });
    expect(await step('finish')).toMatchObject({ status: 409, body: { code: 'program.wrong_state' } });
    expect((await step('start')).body).toMatchObject({ state: 'running' });
    expect((await step('close')).body).toMatchObject({ state: 'closing' });
    expect((await step('finish')).body).toMatchObject({ state: 'closed', available: [] });
    expect((await step('explode')).status).toBe(422);
    expect(await publish(id, 'terms', { clauses: clauses('late') })).toMatchObject({
      status: 409,
      body: { code: 'program.programme_closed' },
    });
    const history = await atelier.db.read<{ verb: string }>(
      'SELECT verb FROM program_programs_history WHERE subject_id = $1 ORDER BY id',
      [id],
    );
    expect(history.map(({ verb }) => verb)).toEqual(['open', 'start', 'close', 'finish']);
  });
});

describe('publishing', () => {
  test('numbers versions, keeps the old ones and shows a hash that anybody can recompute', async () => {
    const { id } = await openProgram(atelier);
    const second = await publish(id, 'terms', { clauses: clauses('second') });
    expect(second).toMatchObject({ status: 201, body: { version: 2 } });

    const first = await atelier.request<VersionBody & { clauses: Record<string, unknown>[] }>(
      'GET',
      `/api/v1/programs/${id}/terms/1`,
    );
    expect(first.body.version).toBe(1);
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .filter(([, member]) => member !== null)
                .toSorted(([a], [b]) => (a < b ? -1 : 1))
                .map(([name, member]) => [name, sorted(member)]),
            )
          : value;
    const text = JSON.stringify(sorted({ clauses: first.body.clauses }));
    expect(createHash('sha256').update(text).digest('hex')).toBe(first.body.hash);

    expect((await atelier.request('GET', `/api/v1/programs/${id}/terms/3`)).status).toBe(404);
    const { body } = await atelier.request<{ items: object[] }>('GET', `/api/v1/programs/${id}/versions`);
    expect(body.items).toHaveLength(5);
    // A material change in an open programme governs after its notice; until then the one before does.
    expect(body.items[0]).toMatchObject({ kind: 'terms', version: 2, isInForce: false, isMaterial: true });
    expect(body.items.at(-1)).toMatchObject({ kind: 'terms', version: 1, isInForce: true });
    expect(await events('program.terms_published', id)).toEqual([
      expect.objectContaining({ version: 1, termsId: first.body.id, hash: first.body.hash }),
      expect.objectContaining({ version: 2, termsId: second.body.id, hash: second.body.hash }),
    ]);
  });

  test('the same content twice is one version and one event', async () => {
    const { id } = await draftProgram(atelier);
    const text = { clauses: clauses('same') };
    const first = await publish(id, 'terms', text);
    const second = await publish(id, 'terms', text);
    expect(second.body).toEqual(first.body);
    expect(await events('program.terms_published', id)).toHaveLength(1);
  });

  test('two managers at once: one wins, the others are told what to do, and nothing is half-published', async () => {
    const { id } = await draftProgram(atelier);
    const answers = await Promise.all(
      ['one', 'two', 'three', 'four'].map((word, index) =>
        atelier.request<VersionBody & { code?: string; version: number }>(
          'POST',
          `/api/v1/programs/${id}/terms`,
          {
            as: index % 2 === 0 ? 'manager' : 'manager2',
            body: { clauses: clauses(word), basedOn: 0 },
          },
        ),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    for (const { status, body } of answers) {
      if (status === 409)
        expect(body).toMatchObject({ code: 'program.published_meanwhile', basedOn: 0, version: 1 });
    }
    expect(await events('program.terms_published', id)).toHaveLength(1);
    const next = { clauses: clauses('five'), basedOn: 1 };
    expect((await publish(id, 'terms', next)).body).toMatchObject({ version: 2 });
    // The same again is the same version, not a conflict with itself.
    expect((await publish(id, 'terms', next)).body).toMatchObject({ version: 2 });
  });

  test('what is published cannot be changed or deleted, not even by hand', async () => {
    const { id } = await openProgram(atelier);
    for (const sql of [
      `UPDATE program_versions SET content = '{}' WHERE program_id = $1`,
      `DELETE FROM program_versions WHERE program_id = $1`,
    ]) {
      await expect(atelier.db.tx((tx) => tx.run(sql, [id]))).rejects.toThrow(/never changed/);
    }
  });

  test('refuses terms that nobody could be held to', async () => {
    const { id } = await draftProgram(atelier);
    const [first, ...rest] = clauses();
    const cases: [string, object[]][] = [
      ['program.clause_repeated', [...clauses(), { ...first, text: 'Again.' }]],
      ['program.document_missing', rest],
      ['program.confidentiality_without_end', clauses().map((clause) => ({ ...clause, endsAt: undefined }))],
      [
        'program.protected_speech',
        clauses().map((clause) =>
          clause.id === 'RU-1' ? { ...clause, text: 'Do not criticise us.' } : clause,
        ),
      ],
      ['input.invalid', clauses().map((clause) => ({ ...clause, id: 'no id' }))],
      ['input.invalid', clauses().map((clause) => ({ ...clause, examples: [] }))],
      ['input.invalid', clauses().map((clause) => ({ ...clause, colour: 'red' }))],
    ];
    for (const [code, list] of cases) {
      expect(await publish(id, 'terms', { clauses: list })).toMatchObject({ status: 422, body: { code } });
    }
    const { body } = await atelier.request<{ items: object[] }>('GET', `/api/v1/programs/${id}/versions`, {
      as: 'manager',
    });
    expect(body.items).toEqual([]);
  });

  test('refuses prices, quotas and marks out of bounds', async () => {
    const { id } = await draftProgram(atelier);
    const { 'feedback.harm': _, ...incomplete } = prices();
    const cases: [string, object, string][] = [
      ['rate-cards', { items: incomplete }, 'program.rate_missing'],
      ['rate-cards', { items: { ...prices(), 'feedback.idea': 0 } }, 'program.rate_not_an_amount'],
      ['rate-cards', { items: { ...prices(), 'feedback.idea': 9.5 } }, 'program.rate_not_an_amount'],
      ['rate-cards', { items: { ...prices(), tips: 1 } }, 'program.rate_unknown'],
      ['rate-cards', { items: [] }, 'input.invalid'],
      ['rate-cards', {}, 'input.invalid'],
      ['quota-plans', { ...quotaPlan, concurrency: 0 }, 'input.invalid'],
      ['quota-plans', { ...quotaPlan, window: 'month' }, 'input.invalid'],
      ['mark-policies', { ...markPolicy, text: 'x'.repeat(61) }, 'input.invalid'],
      ['mark-policies', { ...markPolicy, place: 'middle' }, 'input.invalid'],
      ['mark-policies', { ...markPolicy, text: '안녕 Atelier' }, 'program.mark_undrawable'],
    ];
    for (const [what, body, code] of cases) {
      expect({ what, body, answer: await publish(id, what, body) }).toMatchObject({
        answer: { status: 422, body: { code } },
      });
    }
  });

  test('a mark policy says what holds for training and credit, and saying the default is saying nothing', async () => {
    const { id } = await draftProgram(atelier);
    const policy = { ...markPolicy, c2pa: true };
    const first = await publish(id, 'mark-policies', policy);
    expect(first.body).toMatchObject({ version: 1, trainingUse: 'not_allowed', artistCredit: false });
    const same = await publish(id, 'mark-policies', {
      ...policy,
      trainingUse: 'not_allowed',
      artistCredit: false,
    });
    expect(same.body).toMatchObject({ version: 1, hash: first.body.hash });
    const next = await publish(id, 'mark-policies', {
      ...policy,
      trainingUse: 'allowed',
      artistCredit: true,
    });
    expect(next.body).toMatchObject({ version: 2, trainingUse: 'allowed', artistCredit: true });
  });
});

test('the standing checks find nothing after all of this', async () => {
  expect(await violations(atelier, 'program-')).toEqual({});
  expect(await violations(atelier, 'enrollment-')).toEqual({});
});
