import { Client } from 'pg';
import { DigestService } from '../../src/modules/feedback/digest/digest.service';
import type { FeedbackView } from '../../src/modules/feedback/feedback.dto';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { createClip, createProgram } from '../support/clips';
import { csvTable } from '../support/csv';

const answer = 'Thank you: seen, and on its way.';
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const HEADER =
  'number,title,description,created_at,created_by,votes_count,comments_count,status,responded_by,responded_at,response,' +
  'original_number,original_title,tags,severity,impact_score,generation_id,model_version,minutes_claimed,amount_due,' +
  'amount_paid,currency';

describe('what goes out of feedback', () => {
  let atelier: TestApp;
  let owner: Client;
  let programId: string;
  beforeAll(async () => {
    atelier = await startTestApp('feedback_weeks');
    programId = await createProgram(atelier, ['artist', 'artist2', 'artist3']);
    owner = new Client({ connectionString: atelier.databaseUrl });
    await owner.connect();
  }, 60_000);
  afterAll(async () => {
    await owner?.end();
    await atelier?.stop();
  });

  const post = (as: CastName, path: string, body: object = {}) =>
    atelier.request<FeedbackView>('POST', `/api/v1/${path}`, { as, body });
  const file = async (text: string, as: CastName, change: object = {}) =>
    (await post(as, 'feedback', { programId, type: 'issue', text, ...change })).body.id;
  const act = (id: string, verb: string, body: object = {}) =>
    post('manager', `feedback/${id}/${verb}`, body);
  const download = async (name: string, as: CastName = 'manager') => {
    const response = await fetch(`${atelier.url}/api/v1/feedback-export/${name}`, {
      headers: { cookie: atelier.people[as].cookie },
    });
    return { status: response.status, text: await response.text() };
  };

  /** What an item earned, as if there were money for it. */
  async function earned(
    cause: string,
    as: CastName,
    { due, paid }: { due: number; paid: number },
  ): Promise<void> {
    await owner.query(
      `INSERT INTO compensation_earnings
         (id, program_id, person_id, category, cause_type, cause_id, amount, currency, evidence, state, source, pay_by, paid_at, payout_id)
       VALUES ('ern_' || $3::text, $1, $2, 'service', 'feedback', $3, $4, 'EUR', '{}', $5, 'fund:test:EUR', now(), $6, $7)`,
      [
        programId,
        atelier.people[as].id,
        cause,
        due + paid,
        paid > 0 ? 'paid' : 'due',
        paid > 0 ? new Date() : null,
        paid > 0 ? 'pay_test' : null,
      ],
    );
  }

  it('a letter tells each artist once of the week that is over, unless it is switched off', async () => {
    const original = await file('The kite loses its tail in the second half.', 'artist');
    const second = await file('Halfway through the tail of the kite is gone.', 'artist2');
    await act(second, 'markDuplicate', { of: original, answer });
    await act(original, 'accept');
    await act(original, 'ship', { answer, version: '2.1' });
    await file('The sea is too loud in this one, but nobody hears it.', 'artist3');
    const off = await atelier.request('PUT', '/api/v1/feedback-digest', {
      as: 'artist3',
      body: { isOff: true },
    });
    expect(off.body).toEqual({ isOff: true });
    const digests = atelier.app.get(DigestService);
    expect(await digests.sweep()).toBe(0);
    const nextWeek = new Date(Date.now() + 7 * 86_400_000);
    const told = await Promise.all([digests.sweep(nextWeek), digests.sweep(nextWeek)]);
    expect(told[0] + told[1]).toBe(2);
    expect(await digests.sweep(nextWeek)).toBe(0);
    await atelier.settle();
    const events = await atelier.db.read<{ person: string; shipped: string[]; accepted: number }>(
      `SELECT payload ->> 'personId' AS person, payload -> 'shipped' AS shipped, (payload ->> 'accepted')::int AS accepted
       FROM platform_events WHERE name = 'feedback.week_summed'`,
    );
    const byPerson = Object.fromEntries(events.map(({ person, ...rest }) => [person, rest]));
    expect(byPerson).toEqual({
      [atelier.people.artist.id]: { shipped: ['2.1'], accepted: 1 },
      [atelier.people.artist2.id]: { shipped: ['2.1'], accepted: 0 },
    });
    const notices = await atelier.db.read<{ kind: string; person: string }>(
      `SELECT kind, person_id AS person FROM notice_notices WHERE kind IN ('feedback.week', 'feedback.credited') ORDER BY 1, 2`,
    );
    expect(notices.map(({ kind }) => kind)).toEqual(['feedback.credited', 'feedback.week', 'feedback.week']);
    expect(notices[0]?.person).toBe(atelier.people.artist2.id);
  });

  it('the export has the agreed columns and pay, and runs nothing in a spreadsheet', async () => {
    const evil = await file('=HYPERLINK("https://example.org","the fog flickers, twice")', 'artist');
    await act(evil, 'accept', { answer: '@SUM(1+1) thank you' });
    await earned(evil, 'artist', { due: 1_250, paid: 0 });
    const { status, text } = await download('feedback.csv');
    expect(status).toBe(200);
    const lines = text.split('\r\n');
    expect(lines[0]).toBe(HEADER);
    const line = lines.find((each) => each.startsWith(evil)) ?? '';
    expect(line).toContain(`"'=HYPERLINK(""https://example.org"",""the fog flickers, twice"")"`);
    expect(line).toContain(`'@SUM(1+1) thank you`);
    expect(line).toMatch(/,12\.50,0\.00,EUR$/);
    expect((await download('feedback.csv', 'artist')).status).toBe(403);
  });

  it('the export says in each column what the item says, for a duplicate and for its original', async () => {
    const clip = await createClip(atelier, { programId, artist: 'artist2' });
    const original = await file('The lantern goes out when the boat passes.', 'artist3', {
      title: 'The lantern goes out',
      severity: 'major',
      minutes: 12,
    });
    const about = { programId: undefined, generationId: clip, title: 'Lantern, again', minutes: 4 };
    const second = await file('As the boat passes the lantern is dark, twice.', 'artist2', about);
    await act(second, 'askInfo', { answer: 'In which second?' });
    await post('artist2', `feedback/${second}/answerInfo`, { answer: 'In the third.' });
    await act(second, 'markDuplicate', { of: original, answer: 'Said before; both are paid.' });
    await atelier.request('PUT', `/api/v1/feedback/${original}/tags`, {
      as: 'manager',
      body: { tags: ['light', 'boats'] },
    });
    await act(original, 'accept', { answer });
    await post('admin', `feedback/${original}/plan`);
    await earned(original, 'artist3', { due: 1_250, paid: 0 });
    await earned(second, 'artist2', { due: 0, paid: 400 });
    const rows = csvTable((await download('feedback.csv')).text);
    const rowOf = (id: string) => rows.find(({ number }) => number === id);
    const shared = {
      responded_by: 'manager of the test',
      amount_due: '0.00',
      amount_paid: '0.00',
      currency: 'EUR',
    };
    expect(rowOf(original)).toEqual({
      ...shared,
      number: original,
      title: 'The lantern goes out',
      description: 'The lantern goes out when the boat passes.',
      created_at: expect.stringMatching(ISO),
      created_by: 'artist3 of the test',
      votes_count: '2',
      comments_count: '1',
      status: 'planned',
      responded_at: expect.stringMatching(ISO), // of the answer, by who wrote it: planning said nothing
      response: answer,
      original_number: '',
      original_title: '',
      tags: 'boats;light',
      severity: 'major',
      impact_score: '12', // issue 3 × major 2 × 2 artists
      generation_id: '',
      model_version: '',
      minutes_claimed: '12',
      amount_due: '12.50',
    });
    expect(rowOf(second)).toEqual({
      ...shared,
      number: second,
      title: 'Lantern, again',
      description: 'As the boat passes the lantern is dark, twice.',
      created_at: expect.stringMatching(ISO),
      created_by: 'artist2 of the test',
      votes_count: '1',
      comments_count: '2', // what was answered last, and what the artist added
      status: 'duplicate',
      responded_at: expect.stringMatching(ISO),
      response: 'Said before; both are paid.',
      original_number: original,
      original_title: 'The lantern goes out',
      tags: '',
      severity: 'minor',
      impact_score: '3',
      generation_id: clip,
      model_version: 'procedural-1',
      minutes_claimed: '4',
      amount_paid: '4.00',
    });
    const objects = JSON.parse((await download('feedback.json')).text) as Record<
      string,
      string | number | null
    >[];
    for (const object of objects) {
      const row = rowOf(String(object.number)) ?? {};
      for (const [name, value] of Object.entries(object))
        expect([name, row[name]?.replace(/^'(?=[=@+-])/, '')]).toEqual([name, String(value ?? '')]);
    }
  });

  it('the export neither names who sent it without a name nor says how it was meant', async () => {
    const text = 'I would rather not say this under my name: the queue is unfair.';
    const id = await file(text, 'artist3', { isPrivate: true, sentiment: 'critical' });
    const { text: json } = await download('feedback.json');
    const rows = JSON.parse(json) as Record<string, unknown>[];
    const row = rows.find(({ number }) => number === id);
    expect(Object.keys(row ?? {}).join(',')).toBe(HEADER);
    expect(row).toMatchObject({ description: text, generation_id: null, status: 'new' });
    expect(json).not.toMatch(/critical|sentiment|fbp_/);
    expect(json).not.toContain(atelier.people.artist3.id);
    expect(JSON.parse((await download('feedback.json?tag=none')).text)).toEqual([]);
  });
});
