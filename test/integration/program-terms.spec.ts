import { createHash } from 'node:crypto';
import { EnrollmentService } from '../../src/modules/enrollment';
import { LiftingService } from '../../src/modules/program/clock/lifting.service';
import { SweepService } from '../../src/modules/enrollment/sweep.service';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { entrance } from '../support/enrollment';
import { clauses, draftProgram, openProgram } from '../support/program';
import { bringIntoForce } from '../support/terms';
import { violations } from '../support/invariants';

let atelier: TestApp;
beforeAll(async () => {
  atelier = await startTestApp('program_terms');
});
afterAll(() => atelier.stop());

const { enrolled, member } = entrance(() => atelier);

type Body = Record<string, unknown> & {
  id: string;
  hash: string;
  version: number;
  clauses: Record<string, unknown>[];
};
const ask = (method: string, path: string, as: CastName | undefined = 'manager', body?: object) =>
  atelier.request<Body>(method, `/api/v1/${path}`, { ...(as && { as }), ...(body && { body }) });
const publish = (id: string, body: object) => ask('POST', `programs/${id}/terms`, 'manager', body);
const daysOn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const standing = async (id: string, as: CastName = 'artist') =>
  (
    await atelier.request<{
      governing: { version: number } | null;
      acceptBy: string | null;
      isAccepted: boolean;
      changes: { clauseId: string; kind: string; text: { kind: string; text: string }[] }[];
      terms: Body;
    }>('GET', `/api/v1/enrollments/${id}/terms`, { as })
  ).body;
const noticesOf = async (as: CastName): Promise<string[]> =>
  (
    await atelier.request<{ items: { kind: string }[] }>('GET', '/api/v1/notices?limit=100', { as })
  ).body.items.map(({ kind }) => kind);

/** A clause as it is sent, from one that was read: what is null says nothing. */
const asWritten = (clause: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(clause).filter(([, value]) => value !== null));

describe('a material change', () => {
  test('governs after its notice and binds nobody before they agree; the old version governs until then', async () => {
    const { id, slug } = await openProgram(atelier);
    const mine = await enrolled(id);
    const soon = await publish(id, { clauses: clauses('second'), effectiveAt: daysOn(3) });
    expect(soon).toMatchObject({ status: 422, body: { code: 'program.notice_too_short' } });
    const next = await publish(id, { clauses: clauses('second') });
    expect(next).toMatchObject({ status: 201, body: { version: 2, isMaterial: true } });
    expect((await ask('GET', `programs/${slug}`, undefined)).body).toMatchObject({
      terms: { version: 1 },
      announcedTerms: { version: 2 },
    });
    expect(await standing(mine)).toMatchObject({
      governing: { version: 1 },
      isAccepted: false,
      terms: { version: 2 },
      acceptBy: next.body.effectiveAt,
      changes: expect.arrayContaining([expect.objectContaining({ clauseId: 'RU-1', kind: 'changed' })]),
    });
    const sweeps = atelier.app.get(SweepService);
    expect(await sweeps.lapse()).toBe(0);
    await expect(
      atelier.app.get(EnrollmentService).activeOf(atelier.people.artist.id, id),
    ).resolves.toMatchObject({ programId: id, state: 'active' });

    await bringIntoForce(atelier, id);
    expect((await ask('GET', `programs/${slug}`, undefined)).body).toMatchObject({
      terms: { version: 2 },
      announcedTerms: null,
    });
    expect((await Promise.all([sweeps.lapse(), sweeps.lapse()])).reduce((sum, one) => sum + one)).toBe(1);
    // Still the old ones: without a yes nothing new binds, but work waits for the answer.
    expect(await standing(mine)).toMatchObject({ governing: { version: 1 }, isAccepted: false });
    await expect(
      atelier.app.get(EnrollmentService).activeOf(atelier.people.artist.id, id),
    ).rejects.toMatchObject({
      code: 'terms_pending',
    });
    await atelier.settle();
    expect(await noticesOf('artist')).toEqual(
      expect.arrayContaining(['terms.announced', 'enrollment.terms_changed']),
    );
    const accept = { termsId: next.body.id, hash: next.body.hash };
    expect((await member(mine, 'consent', 'artist', accept)).body).toMatchObject({ state: 'active' });
    expect(await standing(mine)).toMatchObject({
      governing: { version: 2 },
      isAccepted: true,
      changes: [],
      acceptBy: null,
    });
  });

  test('can be refused: whoever leaves instead leaves under the terms they accepted', async () => {
    const { id } = await openProgram(atelier);
    const mine = await enrolled(id, 'artist2');
    await publish(id, { clauses: clauses('third') });
    await bringIntoForce(atelier, id);
    await atelier.app.get(SweepService).lapse();
    expect((await member(mine, 'leave', 'artist2')).body).toMatchObject({ state: 'offboarding' });
    expect(await standing(mine, 'artist2')).toMatchObject({ governing: { version: 1 } });
  });

  test('cannot be called a correction; a correction asks nobody', async () => {
    const { id } = await openProgram(atelier);
    const mine = await enrolled(id, 'artist3');
    const stricter = clauses().map((clause) =>
      clause.id === 'T-1'
        ? { ...clause, text: 'You may not generate clips within your quota. (first)' }
        : clause,
    );
    expect(await publish(id, { clauses: stricter, isMaterial: false })).toMatchObject({
      status: 422,
      body: {
        code: 'program.change_is_material',
        reasons: expect.arrayContaining([{ clauseId: 'T-1', why: 'wording' }]),
      },
    });
    const { body: now } = await ask('GET', `programs/${id}/terms/1`);
    const clearer = now.clauses.map((clause) => ({ ...asWritten(clause), title: 'Clearer' }));
    expect(await publish(id, { clauses: clearer, isMaterial: false })).toMatchObject({
      status: 201,
      body: { version: 2, isMaterial: false },
    });
    expect(await standing(mine, 'artist3')).toMatchObject({
      governing: { version: 2 },
      isAccepted: true,
      acceptBy: null,
    });
    await atelier.settle();
    expect(await noticesOf('artist3')).toContain('terms.corrected');
  });

  test('keeps its notice when a correction follows it', async () => {
    const { id, slug } = await openProgram(atelier);
    await publish(id, { clauses: clauses('announced') });
    const { body: next } = await ask('GET', `programs/${id}/terms/2`);
    const corrected = next.clauses.map((clause) => ({ ...asWritten(clause), title: 'Clearer' }));
    expect((await publish(id, { clauses: corrected, isMaterial: false })).status).toBe(201);
    expect((await ask('GET', `programs/${slug}`, undefined)).body).toMatchObject({ terms: { version: 1 } });
  });
});

describe('a version of the terms', () => {
  test('is compared word by word', async () => {
    const { id } = await openProgram(atelier);
    await publish(id, { clauses: clauses('later') });
    const { body } = await ask('GET', `programs/${id}/terms-changes`, undefined);
    expect(body).toMatchObject({ from: 1, to: 2, isMaterial: true });
    expect(body.clauses.find(({ clauseId }) => clauseId === 'T-1')).toMatchObject({
      kind: 'changed',
      text: [
        { kind: 'same', text: 'You may generate clips within your quota. (' },
        { kind: 'removed', text: 'first' },
        { kind: 'added', text: 'later' },
        { kind: 'same', text: ')' },
      ],
    });
    const whole = await ask('GET', `programs/${id}/terms-changes?from=0&to=1`, undefined);
    expect(whole.body.clauses.every(({ kind }) => kind === 'added')).toBe(true);
    expect((await ask('GET', `programs/${id}/terms-changes?from=7`, undefined)).status).toBe(404);
  });

  test('is taken along as Markdown and PDF, the same bytes every time, whatever people are called', async () => {
    const { id } = await draftProgram(atelier);
    const hostile = clauses().map((clause) => ({
      ...clause,
      title: 'Łukasz 片山 <script>alert(1)</script>',
      examples: ['[click](javascript:alert(1)) # not a heading', '<img src=x onerror=alert(1)>'],
    }));
    expect((await publish(id, { clauses: hostile })).status).toBe(201);
    const get = async (format: string) => {
      const response = await fetch(`${atelier.url}/api/v1/programs/${id}/terms/1/${format}`, {
        headers: { cookie: atelier.people.manager.cookie },
      });
      return { response, bytes: Buffer.from(await response.arrayBuffer()) };
    };
    const markdown = await get('md');
    const text = markdown.bytes.toString('utf8');
    expect(markdown.response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(markdown.response.headers.get('content-disposition')).toContain('attachment');
    expect(text).toContain('Łukasz 片山');
    expect(text).not.toMatch(/(?<!\\)<script|(?<!\\)<img|(?<!\\)\[click/);
    const pdf = await get('pdf');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.bytes.toString('latin1')).toMatch(/NotoSansJP/);
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(hash((await get('pdf')).bytes)).toBe(hash(pdf.bytes));
    expect((await get('exe')).response.status).toBe(422);
    expect((await ask('GET', `programs/${id}/terms/1/md`, 'artist')).status).toBe(404);
  });

  test('is linted while it is written', async () => {
    const { id } = await openProgram(atelier);
    const written = clauses().map((clause) =>
      clause.id === 'RU-1' ? { ...clause, text: 'Never speak ill of the team.' } : clause,
    );
    expect(
      await ask('POST', `programs/${id}/terms-lint`, 'manager', { clauses: written.slice(1) }),
    ).toMatchObject({
      status: 200,
      body: {
        missing: ['terms'],
        silencing: [{ clauseId: 'RU-1', topics: ['criticism'] }],
        material: expect.arrayContaining([{ clauseId: 'T-1', why: 'removed' }]),
        basedOn: 1,
      },
    });
  });
});

describe('secrecy', () => {
  test('may end with an event, and lifts itself once, telling everybody it bound', async () => {
    const { id } = await draftProgram(atelier);
    const open = clauses().map((clause) =>
      clause.document === 'confidentiality'
        ? { ...clause, endsAt: undefined, endsOn: 'public_release' }
        : clause,
    );
    await publish(id, { clauses: open });
    const program = await openProgram(atelier);
    await publish(program.id, { clauses: open, isMaterial: true });
    await bringIntoForce(atelier, program.id);
    const mine = await enrolled(program.id, 'artist');
    const lifting = atelier.app.get(LiftingService);
    await lifting.liftDue();
    const card = async () =>
      (
        await atelier.request<{ obligations: { mayNot: { clauseId: string; until: string }[] } }>(
          'GET',
          `/api/v1/enrollments/${mine}/terms`,
          { as: 'artist' },
        )
      ).body.obligations.mayNot.filter(({ clauseId }) => clauseId === 'CO-1');
    expect(await card()).toEqual([expect.objectContaining({ until: expect.any(String) })]);
    const released = await atelier.request('PATCH', `/api/v1/programs/${program.id}`, {
      as: 'manager',
      headers: { 'if-match': '*' },
      body: { releasedAt: daysOn(-1) },
    });
    expect(released.status).toBe(200);
    const lifted = await Promise.all([lifting.liftDue(), lifting.liftDue()]);
    expect(lifted.reduce((sum, one) => sum + one)).toBe(1);
    expect(await lifting.liftDue()).toBe(0);
    expect(await card()).toEqual([]);
    await atelier.settle();
    expect((await noticesOf('artist')).filter((kind) => kind === 'secrecy.lifted')).toHaveLength(1);
    const rows = await atelier.db.read('SELECT because FROM program_liftings WHERE program_id = $1', [
      program.id,
    ]);
    expect(rows).toEqual([{ because: 'public_release' }]);
  });
});

test('the standing checks find nothing after all of this', async () => {
  expect(await violations(atelier, 'program-')).toEqual({});
  expect(await violations(atelier, 'enrollment-')).toEqual({});
});
