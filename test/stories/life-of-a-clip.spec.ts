import { ARTISTS, DEMO_PASSWORD } from '../../scripts/lib/demo-programme.mjs';
import { signIn, until } from '../../scripts/lib/client.mjs';
import { enroll, openProgramme, signInStaff } from '../../scripts/lib/setup.mjs';
import { startTestApp, type TestApp } from '../support/app';
import { expectWholeBooks, printLedger } from '../support/story';

type Person = Awaited<ReturnType<typeof signIn>>;

const CLIP = { style: 'none', seconds: 1, resolution: '360p', fps: 24, aspect: '16:9', draft: true };
const RIGHTS = { ownsInputs: true, thirdPartyMaterial: 'none', likenesses: 'none', aiDisclosure: true };

let atelier: TestApp;
let staff: Awaited<ReturnType<typeof signInStaff>>;
let program: { id: string; terms: { version: number } };
let mira: Person & { enrollment: { id: string } };
let teo: Person & { enrollment: { id: string } };

beforeAll(async () => {
  atelier = await startTestApp('story_life', { env: { ATELIER_SEED: 'staff' } });
  staff = await signInStaff(atelier.url);
  program = await openProgramme(staff);
  mira = await enroll(atelier.url, staff.manager, program, ARTISTS[0]);
  teo = await enroll(atelier.url, staff.manager, program, ARTISTS[1]);
}, 60_000);
afterAll(() => atelier.stop());

const names = (): Record<string, string> => ({
  [mira.enrollment.id]: 'Mira',
  [teo.enrollment.id]: 'Teo',
  [mira.person.id]: 'Mira',
  [teo.person.id]: 'Teo',
  [program.id]: 'First Light',
});

/** A finished keeper of one second. */
async function keeper(artist: Person, prompt: string): Promise<string> {
  const { generations } = await artist.post('/api/v1/generations', {
    programId: program.id,
    prompt,
    ...CLIP,
    seed: 1,
  });
  const { id } = generations[0];
  const isOver = (view: { state: string }) =>
    !['queued', 'throttled', 'starting', 'processing', 'finishing'].includes(view.state);
  const view = await until(() => artist.get(`/api/v1/generations/${id}`), isOver, 60, 'the clip');
  expect(view.state).toBe('succeeded');
  await artist.post(`/api/v1/generations/${id}/keeper`, { isKeeper: true });
  return id;
}

const submit = (artist: Person, generationId: string, title: string) =>
  artist.post('/api/v1/submissions', {
    generationId,
    title,
    description: 'A study.',
    rights: RIGHTS,
    labels: [],
    audience: 'wide',
  });

describe('the life of a clip', () => {
  test('a clip is made, shown, talked about and paid, and every credit and cent is accounted for', async () => {
    const clip = await keeper(mira, 'golden hour over misty mountains');
    const offer = await submit(mira, clip, 'Ridge');
    await staff.reviewer.post(`/api/v1/submissions/${offer.id}/claim`);
    await staff.reviewer.post(`/api/v1/submissions/${offer.id}/approve`);
    const feedback = await mira.post('/api/v1/feedback', {
      generationId: clip,
      type: 'issue',
      sentiment: 'critical',
      text: 'The fog slides as one sheet between the ridges.',
      markers: [{ at: 0.5, note: 'here' }],
    });
    await staff.manager.post(`/api/v1/feedback/${feedback.id}/triage`);
    await staff.manager.post(`/api/v1/feedback/${feedback.id}/accept`, {
      answer: 'Reproduced; the layer gets its own motion.',
    });
    await until(
      () => mira.get('/api/v1/earnings'),
      (page) => page.items.length === 1,
      20,
      'the earning',
    );
    const batch = await staff.finance.post('/api/v1/payout-batches', {
      programId: program.id,
      currency: 'EUR',
    });
    await staff.finance2.post(`/api/v1/payout-batches/${batch.id}/approve`, { hash: batch.hash });
    await until(
      () => staff.finance.get(`/api/v1/payout-batches/${batch.id}`),
      (view) => view.state === 'done',
      30,
      'the payment',
    );
    await atelier.settle();
    expect(await printLedger(atelier, names())).toMatchSnapshot();
    await expectWholeBooks(atelier);
  }, 120_000);

  test('a refused clip wins on appeal before another person, and leaving loses no earned money', async () => {
    const clip = await keeper(teo, 'a quiet ocean at night');
    const offer = await submit(teo, clip, 'Night water');
    const at = `/api/v1/submissions/${offer.id}`;
    await staff.reviewer.post(`${at}/claim`);
    await staff.reviewer.post(`${at}/decline`, {
      statement: {
        ground: 'rights',
        clauseId: 'S-2',
        termsVersion: program.terms.version,
        facts: 'A shape on the horizon looks like a registered mark.',
        timecodes: [{ at: 0.2 }],
        remedy: 'State that the shape is invented.',
      },
    });
    const appeal = await teo.post(`${at}/appeals`, {
      grounds: 'The shape is an island and belongs to nobody at all.',
    });
    await staff.reviewer2.post(`/api/v1/appeals/${appeal.id}/take`);
    await staff.reviewer2.post(`/api/v1/appeals/${appeal.id}/overturn`, {
      reasons: 'It is an island; no mark is shown anywhere.',
    });
    await atelier.settle();
    expect((await teo.get(at)).state).toBe('published');
    const feedback = await teo.post('/api/v1/feedback', {
      generationId: clip,
      type: 'idea',
      text: 'Let me choose the height of the waves.',
    });
    await teo.post(`/api/v1/enrollments/${teo.enrollment.id}/leave`);
    await staff.manager.post(`/api/v1/feedback/${feedback.id}/triage`);
    await staff.manager.post(`/api/v1/feedback/${feedback.id}/accept`, {
      answer: 'A good idea, taken up for the next version.',
    });
    const { items } = await until(
      () => teo.get('/api/v1/earnings'),
      (page) => page.items.length === 1,
      20,
      'the earning',
    );
    expect(items[0].amount).toEqual({ amount: 900, currency: 'EUR' });
    expect((await signIn(atelier.url, ARTISTS[1]?.email ?? '', DEMO_PASSWORD)).person.name).toBe(
      'Teo Navarro',
    );
    await expectWholeBooks(atelier);
  }, 120_000);
});
