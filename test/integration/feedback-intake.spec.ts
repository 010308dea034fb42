import type { FeedbackView } from '../../src/modules/feedback/feedback.dto';
import type { FeedbackFileView } from '../../src/modules/feedback/files/feedback-file.dto';
import type { SimilarPage } from '../../src/modules/feedback/similar/similar.dto';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { createClip, createProgram } from '../support/clips';
import { violations } from '../support/invariants';

const text = 'The fingers of the pianist melt into the keys when the camera turns.';

describe('taking feedback in', () => {
  let atelier: TestApp;
  let programId: string;
  let generationId: string;
  beforeAll(async () => {
    atelier = await startTestApp('feedback_intake', { roles: ['api'] });
    programId = await createProgram(atelier, ['artist', 'artist2', 'artist3']);
    generationId = await createClip(atelier, { programId, artist: 'artist' });
  }, 60_000);
  afterAll(() => atelier?.stop());

  const file = (body: object, as: CastName = 'artist', headers = {}) =>
    atelier.request<FeedbackView>('POST', '/api/v1/feedback', {
      as,
      headers,
      body: { type: 'issue', text, ...body },
    });
  const get = (as: CastName, id: string) =>
    atelier.request<FeedbackView>('GET', `/api/v1/feedback/${id}`, { as });
  const upload = async (name: string, content: string | Buffer, as: CastName = 'artist') => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
    const response = await fetch(`${atelier.url}/api/v1/feedback-files`, {
      method: 'POST',
      headers: { cookie: atelier.people[as].cookie },
      body: form,
    });
    return { status: response.status, body: (await response.json()) as FeedbackFileView & { code?: string } };
  };

  test('a clip’s parameters come along by themselves, and the impact shows its formula', async () => {
    const { body } = await file({ generationId, severity: 'blocking' });
    expect(body).toMatchObject({
      title: text,
      origin: 'volunteered',
      parameters: { model: 'procedural-1', style: 'natural', prompt: 'a calm tide', seed: 7, seconds: 10 },
      impact: {
        weight: 9,
        popularity: 1,
        score: 9,
        formula: 'issue 3 × blocking 3 = weight 9; × 1 artist = 9',
      },
    });
  });

  test('without a name staff see a pseudonym that stays, and nothing that leads to the artist', async () => {
    const [one, two] = [
      (await file({ generationId, isPrivate: true })).body,
      (await file({ programId, isPrivate: true })).body,
    ];
    expect(one).toMatchObject({ personId: atelier.people.artist.id, generationId, isPrivate: true });
    const seen = (await get('manager', one.id)).body;
    expect(seen).toMatchObject({ personId: null, generationId: null, author: one.author });
    expect((await get('manager', two.id)).body.author).toBe(one.author);
    const all = JSON.stringify([
      seen,
      (await atelier.request('GET', `/api/v1/feedback?queue=all&limit=100`, { as: 'manager' })).body,
    ]);
    expect(all).not.toContain(one.payRef);
    expect(JSON.stringify(seen)).not.toMatch(/calm tide|seed/);
    expect(JSON.stringify(seen)).not.toContain(atelier.people.artist.id);
    const byClip = await atelier.request<{ items: FeedbackView[] }>(
      'GET',
      `/api/v1/feedback?queue=all&generationId=${generationId}`,
      { as: 'manager' },
    );
    expect(byClip.body.items.map(({ id }) => id)).not.toContain(one.id);
    const log = await atelier.db.read(`SELECT actor FROM audit_entries WHERE subject = $1`, [one.id]);
    expect(log).toEqual([{ actor: 'system' }]);
    const told = await atelier.db.read<{ ref: string }>(
      `SELECT payload ->> 'payRef' AS ref FROM platform_events WHERE payload ->> 'feedbackId' = $1`,
      [one.id],
    );
    expect(told).toEqual([{ ref: one.payRef }]);
    expect(one.payRef).not.toBe(one.id);
  });

  test('what was said before is suggested before sending, never what is private or about harm', async () => {
    await file({ programId, text: 'The pianist is hurt by melting fingers.', type: 'harm' }, 'artist2');
    const said = (await file({ programId, title: 'Melting fingers at the piano' }, 'artist2')).body.id;
    const find = (as: CastName, words: string) =>
      atelier.request<SimilarPage>(
        'GET',
        `/api/v1/feedback/similar?programId=${programId}&text=${encodeURIComponent(words)}`,
        { as },
      );
    const { status, body } = await find('artist3', 'My pianist has melting fingers on the keys');
    expect(status).toBe(200);
    expect(body.items).toContainEqual(
      expect.objectContaining({ id: said, title: 'Melting fingers at the piano', isOwn: false }),
    );
    expect(body.items.every(({ title }) => !title.includes('hurt'))).toBe(true);
    expect(body.items.length).toBeLessThanOrEqual(5);
    expect(JSON.stringify(body)).not.toContain(atelier.people.artist2.id);
    expect((await find('artist3', 'xyzzy plugh')).body.items).toEqual([]);
    expect((await find('manager', 'pianist')).status).toBe(403);
    const same = (await file({ programId, similarTo: said }, 'artist2')).body.id;
    const triaged = await atelier.request('GET', `/api/v1/feedback/${same}`, { as: 'manager' });
    expect(triaged.body).toMatchObject({ similarTo: said, state: 'new', originalId: null });
    expect((await file({ programId, similarTo: 'fbk_none' }, 'artist2')).status).toBe(422);
  });

  test('files are what their bytes say; a wrong name or kind is refused and says why', async () => {
    const kept = await upload('C:\\notes\\What I\u202E saw.txt', 'At four seconds.');
    expect(kept).toMatchObject({ status: 201, body: { name: 'What I saw.txt', contentType: 'text/plain' } });
    for (const [name, content] of [
      ['page.html', '<script>alert(1)</script>'],
      ['run.exe.txt', 'text'],
      ['picture.png', 'no picture'],
      ['empty.txt', ''],
      ['program.txt', Buffer.from([0x4d, 0x5a, 0, 1, 2])],
    ] as const)
      expect([name, await upload(name, content)]).toMatchObject([
        name,
        { status: 422, body: { code: 'feedback.file_unfit' } },
      ]);
    const filed = await file({ programId, files: [kept.body.id] });
    expect(filed.body.files).toMatchObject([{ id: kept.body.id, name: 'What I saw.txt' }]);
    expect(await file({ programId, files: [kept.body.id] })).toMatchObject({
      status: 422,
      body: { code: 'feedback.too_many_files' },
    });
    const look = (as: CastName) => atelier.request('GET', kept.body.url, { as });
    expect((await look('artist2')).status).toBe(404);
    expect(await look('manager')).toMatchObject({ status: 200, body: 'At four seconds.' });
  });

  test('a request sent again gets its first answer, whatever has become of the clip', async () => {
    const once = { 'idempotency-key': 'intake-1' };
    const first = await file({ generationId }, 'artist', once);
    await atelier.db.tx((tx) =>
      tx.run('UPDATE generation_generations SET seconds = 1 WHERE id = $1', [generationId]),
    );
    expect((await file({ generationId }, 'artist', once)).body.id).toBe(first.body.id);
  });

  test('a flood is refused with a sentence, and what was sent before is kept', async () => {
    const answers = [];
    for (let count = 0; count < 31; count += 1) answers.push(await file({ programId }, 'artist3'));
    expect(answers.slice(0, 30).every(({ status }) => status === 201)).toBe(true);
    expect(answers[30]).toMatchObject({ status: 429, body: { code: 'feedback.too_many', most: 30 } });
  });

  test('three artists who say the same count as three, twice the same artist as one', async () => {
    const ids = [];
    for (const as of ['artist', 'artist2', 'artist2'] as const)
      ids.push((await file({ programId, type: 'idea' }, as)).body.id);
    const [original = '', second = '', third = ''] = ids;
    for (const id of [second, third])
      await atelier.request('POST', `/api/v1/feedback/${id}/markDuplicate`, {
        as: 'manager',
        body: { of: original, answer: 'Said before; paid at its own rate.' },
      });
    expect((await get('manager', original)).body.impact).toMatchObject({ popularity: 2, score: 4 });
    expect((await get('artist2', second)).body.text).toBe(text);
  });

  test('leaves no standing invariant broken', async () => {
    expect(await violations(atelier, 'feedback-')).toEqual({});
  });
});
