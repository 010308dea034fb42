import { Readable } from 'node:stream';
import { BlobStore } from '../../src/platform/storage/blob-store';
import { startTestApp, type TestApp } from '../support/app';
import { draftProgram } from '../support/program';
import { ANSWERS, field, FORM, PNG, selection, type Applied } from '../support/selection';

let atelier: TestApp;
const { post, get, programme, apply, deadline, upload } = selection(() => atelier);

beforeAll(async () => {
  atelier = await startTestApp('application_form', { roles: ['api'] });
}, 60_000);
afterAll(() => atelier?.stop());

const save = (id: string, body: object, as: 'artist' | 'artist2' = 'artist') =>
  atelier.request<Applied>('PUT', `/api/v1/applications/${id}`, {
    as,
    body: { statement: 'Later words.', portfolio: [], answers: ANSWERS, ...body },
  });

describe('a form', () => {
  test('is published as versions, each with its hash, and shows what is asked before anybody writes', async () => {
    const program = await programme('review');
    const { body } = await get(`programs/${program}/application-form`);
    expect(body).toMatchObject({
      form: {
        version: 1,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        schema: { required: ['idea', 'adult'] },
      },
      selection: 'review',
      reviewers: 2,
      seatsLeft: 10,
      closedBecause: null,
      decideBy: expect.any(String),
    });
    expect((await get('programs/prg_unknown/application-form')).status).toBe(404);
  });

  test('is written before the programme opens, and read by nobody else until then', async () => {
    const { id } = await draftProgram(atelier);
    expect((await post(`programs/${id}/application-form`, 'manager', { ...FORM, basedOn: 0 })).status).toBe(
      201,
    );
    const path = `programs/${id}/application-form`;
    expect((await get(path, 'manager')).body).toMatchObject({
      form: { version: 1 },
      closedBecause: expect.any(String),
    });
    for (const reader of ['artist', 'reviewer', undefined] as const)
      expect((await get(path, reader)).status).toBe(404);
  });

  test('that is faulty is published not at all, and every fault is named', async () => {
    const program = await programme(null, 10, null);
    const faulty = {
      fields: [
        field('Bad Key', 'line'),
        field('one', 'choice', { options: ['only'] }),
        field('two', 'line', { eligibility: { wants: ['x'], says: 'No.' } }),
        field('two', 'number', { min: 5, max: 1 }),
      ],
      rubric: [{ ...FORM.rubric[0], weight: 10 }],
      basedOn: 0,
    };
    const answer = await post<{ faults: string[] }>(
      `programs/${program}/application-form`,
      'manager',
      faulty,
    );
    expect(answer).toMatchObject({ status: 422, body: { code: 'enrollment.form_faulty' } });
    expect(answer.body.faults).toHaveLength(6);
    const { basedOn: _, ...shape } = faulty;
    const lint = await post<{ faults: string[] }>(
      `programs/${program}/application-form-lint`,
      'manager',
      shape,
    );
    expect(lint.body.faults).toEqual(answer.body.faults);
    expect((await get(`programs/${program}/application-form`)).body).toMatchObject({ form: { version: 0 } });
  });

  test('of two managers who publish at once is that of one, and the other is told', async () => {
    const program = await programme(null);
    const next = (as: 'manager' | 'manager2', intro: string) =>
      post(`programs/${program}/application-form`, as, { ...FORM, intro, basedOn: 1 });
    const answers = await Promise.all([next('manager', 'Mine'), next('manager2', 'No, mine')]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'enrollment.form_published_meanwhile',
      version: 2,
    });
    await expect(
      atelier.db.tx((tx) =>
        tx.run(`UPDATE enrollment_forms SET content = '{}' WHERE program_id = $1`, [program]),
      ),
    ).rejects.toThrow('stays as it is');
  });

  test('says whether somebody can take part before they write, and keeps nothing of it', async () => {
    const program = await programme('review');
    const ask = (answers: object) => post(`programs/${program}/eligibility`, 'artist', { answers });
    expect((await ask({ adult: true })).body).toEqual({ isEligible: true, reasons: [] });
    expect((await ask({ adult: false })).body).toEqual({
      isEligible: false,
      reasons: ['Only adults can take part.'],
    });
    expect((await ask({ adult: 'maybe' })).status).toBe(422);
    expect(
      await atelier.db.read('SELECT id FROM enrollment_applications WHERE program_id = $1', [program]),
    ).toEqual([]);
  });
});

describe('an application by a form', () => {
  test('is checked when it is sent, question by question, and nothing of a refused one is kept', async () => {
    const program = await programme('review');
    const answers = { idea: 'x'.repeat(201), tools: ['hammer'], shoe: 43 };
    const refused = await apply(program, 'artist', { answers });
    expect(refused).toMatchObject({ status: 422, body: { code: 'enrollment.answers_invalid' } });
    const { faults } = refused.body as unknown as { faults: { field: string; says: string }[] };
    expect(faults.map(({ field: name }) => name).toSorted()).toEqual(['adult', 'idea', 'shoe', 'tools']);
    expect(faults.find(({ field: name }) => name === 'idea')?.says).toBe(
      '“What is your idea?” may have 200 characters.',
    );
    const minor = await apply(program, 'artist', { answers: { ...ANSWERS, adult: false } });
    expect(minor).toMatchObject({ status: 409, body: { reasons: ['Only adults can take part.'] } });
    expect((await apply(program, 'artist')).status).toBe(201);
    expect((await apply(program, 'artist')).body.code).toBe('enrollment.already_applied');
  });

  test('keeps a draft whatever is missing, and refuses to overwrite what another window saved', async () => {
    const program = await programme('review');
    const { body } = await apply(program, 'artist', { answers: {}, draft: true });
    expect((await save(body.id, { revision: 1, answers: { idea: 'Half' } })).body).toMatchObject({
      revision: 2,
    });
    expect(await save(body.id, { revision: 1 })).toMatchObject({
      status: 412,
      body: { code: 'enrollment.changed_meanwhile' },
    });
    expect((await save(body.id, { revision: 2 }, 'artist2')).status).toBe(404);
    expect((await save(body.id, { revision: 2, answers: {}, draft: false })).body.code).toBe(
      'enrollment.answers_invalid',
    );
    const sent = await save(body.id, { revision: 2, draft: false });
    expect(sent.body).toMatchObject({
      state: 'submitted',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      formVersion: 1,
    });
    expect((await save(body.id, { revision: 3 })).body.code).toBe('enrollment.application_fixed');
    await expect(
      atelier.db.tx((tx) =>
        tx.run(`UPDATE enrollment_applications SET statement = 'other' WHERE id = $1`, [body.id]),
      ),
    ).rejects.toThrow('stays as it is');
    expect((await post<Applied>(`applications/${body.id}/reopen`, 'artist')).body).toMatchObject({
      state: 'draft',
    });
  });

  test('is late on the clock of whoever is late', async () => {
    const program = await programme('review');
    const { body } = await apply(program, 'artist', { draft: true });
    const early = await apply(program, 'artist2');
    await deadline(program, -1);
    const late = await post(`applications/${body.id}/submit`, 'artist');
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'enrollment.too_late', there: expect.stringMatching(/CES?T$/) },
    });
    expect(await apply(program, 'artist3')).toMatchObject({
      status: 409,
      body: { code: 'enrollment.too_late' },
    });
    expect((await post(`applications/${early.body.id}/reopen`, 'artist2')).body).toMatchObject({
      code: 'enrollment.too_late',
    });
    expect((await get(`programs/${program}/application-form`)).body).toMatchObject({
      closedBecause: expect.stringContaining('Applications closed'),
    });
  });

  test('holds hostile text as text: nothing in it hides or runs', async () => {
    const program = await programme('review');
    const hostile = '<script>alert(1)</script> [x](javascript:alert(1)) \u202etxt.exe\u0007\r\nend';
    const { body } = await apply(program, 'artist', {
      statement: hostile,
      answers: { ...ANSWERS, idea: hostile },
    });
    const plain = '<script>alert(1)</script> [x](javascript:alert(1)) txt.exe\nend';
    expect(body).toMatchObject({ statement: plain, answers: { idea: plain } });
    expect((await apply(program, 'artist2', { answers: { ...ANSWERS, town: 'two\nlines' } })).status).toBe(
      422,
    );
    expect((await apply(program, 'artist2', { statement: 'x'.repeat(4_001) })).status).toBe(422);
    expect((await apply(program, 'artist2', { portfolio: ['data:text/html,<script>'] })).status).toBe(422);
  });
});

describe('a file of an application', () => {
  test('is what its bytes say, whatever it is called, and leaves only as a download', async () => {
    const program = await programme('review');
    const { body } = await apply(program, 'artist', { draft: true });
    const page = await upload(body.id, '<!doctype html><script>alert(1)</script>', 'reel.png');
    expect(page).toMatchObject({ status: 422, body: { code: 'enrollment.file_kind' } });
    const { status, body: file } = await upload(body.id, PNG, '../../my "Träume".pdf.exe');
    expect(status).toBe(201);
    expect(file).toMatchObject({ name: 'my Träume.pdf.png', contentType: 'image/png', bytes: PNG.length });
    expect((await upload(body.id, PNG, 'x', 'artist2')).status).toBe(404);
    const response = await fetch(`${atelier.url}${file.link}`, {
      headers: { cookie: atelier.people.artist.cookie },
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(PNG)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-disposition': `attachment; filename="my Tr_ume.pdf.png"; filename*=UTF-8''my%20Tr%C3%A4ume.pdf.png`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    const stranger = await fetch(`${atelier.url}${file.link}`, {
      headers: { cookie: atelier.people.artist2.cookie },
    });
    expect(stranger.status).toBe(404);
  });

  test('has 50 MB at most and there are ten; of what is refused nothing is kept', async () => {
    const program = await programme('review');
    const { body } = await apply(program, 'artist', { draft: true });
    const large = Buffer.concat([PNG, Buffer.alloc(50 * 1024 * 1024)]);
    expect(await upload(body.id, large)).toMatchObject({
      status: 413,
      body: { code: 'enrollment.file_too_large' },
    });
    const kept: string[] = [];
    for await (const { key } of atelier.app.get(BlobStore).list(`applications/${body.id}/`)) kept.push(key);
    expect(kept).toEqual([]);
    for (let n = 0; n < 10; n += 1) expect((await upload(body.id, PNG)).status).toBe(201);
    expect((await upload(body.id, PNG)).body.code).toBe('enrollment.files_full');
  });

  test('stays as it was handed in: it cannot be swapped, and one that was changed behind our back is not delivered', async () => {
    const program = await programme('review');
    const { body } = await apply(program, 'artist', { draft: true });
    const { body: file } = await upload(body.id, PNG);
    await upload(body.id, PNG, 'spare');
    await post(`applications/${body.id}/submit`, 'artist');
    expect((await upload(body.id, PNG)).body.code).toBe('enrollment.application_fixed');
    const gone = await atelier.request<{ code: string }>('DELETE', file.link, { as: 'artist' });
    expect(gone.body.code).toBe('enrollment.application_fixed');
    await expect(
      atelier.db.tx((tx) =>
        tx.run(`UPDATE enrollment_files SET sha256 = repeat('0', 64) WHERE id = $1`, [file.id]),
      ),
    ).rejects.toThrow('as they were handed in');
    const key = `applications/${body.id}/${file.id}`;
    await atelier.app
      .get(BlobStore)
      .write(key, Readable.from([Buffer.concat([PNG, Buffer.from('!')])]), 'image/png');
    expect(await get(file.link.slice(8), 'artist')).toMatchObject({
      status: 409,
      body: { code: 'enrollment.file_changed' },
    });
  });

  test('is asked for where the form asks for one', async () => {
    const program = await programme('review', 10, { ...FORM, filesNeeded: 1 });
    expect((await apply(program, 'artist')).body).toMatchObject({ code: 'enrollment.answers_invalid' });
    const { body } = await apply(program, 'artist', { draft: true });
    await upload(body.id, PNG);
    expect((await post(`applications/${body.id}/submit`, 'artist')).status).toBe(200);
  });
});
