import { EnrollmentService } from '../../src/modules/enrollment';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { createClip } from '../support/clips';
import { entrance } from '../support/enrollment';
import { until } from '../support/payouts';
import { clauses, draftProgram, markPolicy, prices, quotaPlan } from '../support/program';
import { rights } from '../support/sharing';

interface Said {
  readonly state: string;
  readonly allows: readonly string[];
}
interface Answered {
  readonly code?: string;
  readonly etag?: string;
  readonly capacity?: number;
}

let atelier: TestApp;
let id: string;
let table: readonly Said[];
let guests = 0;
const { enrolled } = entrance(() => atelier);

const ask = (method: string, path: string, as: CastName, body?: object, headers = {}) =>
  atelier.request<Answered>(method, `/api/v1/${path}`, { as, ...(body && { body }), headers });
const post = async (path: string, as: CastName, body: object = {}) =>
  (await ask('POST', path, as, body)).body;
const change = async (body: object): Promise<boolean> => {
  const { headers } = await ask('GET', `programs/${id}`, 'manager');
  const answer = await ask('PATCH', `programs/${id}`, 'manager', body, {
    'if-match': headers.get('etag') ?? '',
  });
  return answer.status < 300;
};
const allowsIn = (state: string): readonly string[] => table.find((row) => row.state === state)?.allows ?? [];
const isMember = async (): Promise<boolean> =>
  (await atelier.app.get(EnrollmentService).ofPerson(atelier.people.artist.id)).length > 0;

/** Tries each activity as whoever does it; whether the state of the programme let them. */
const TRIES: Readonly<Record<string, () => Promise<boolean>>> = {
  prepare: () => change({ model: `lumen-${Date.now()}` }),
  extend: async () => {
    const { body } = await ask('GET', `programs/${id}`, 'manager');
    return change({ capacity: (body.capacity ?? 0) + 1 });
  },
  publish: async () => (await post(`programs/${id}/quota-plans`, 'manager', quotaPlan)).code === undefined,
  apply: async () => {
    const { code } = await post(`programs/${id}/applications`, 'artist3', {
      statement: 'Me.',
      portfolio: [],
    });
    return code === undefined || code === 'enrollment.already_applied';
  },
  admit: async () => {
    guests += 1;
    const body = { email: `guest${guests}@example.org` };
    return (await post(`programs/${id}/invitations`, 'manager', body)).code === undefined;
  },
  generate: () =>
    atelier.app
      .get(EnrollmentService)
      .activeOf(atelier.people.artist.id, id)
      .then(
        () => true,
        () => false,
      ),
  share: async () => {
    if (!(await isMember())) return false;
    const generationId = await createClip(atelier, { programId: id, artist: 'artist' });
    const offer = { generationId, title: 'Tide', description: '', rights, labels: [], audience: 'wide' };
    return (await post('submissions', 'artist', offer)).code === undefined;
  },
  feedback: async () =>
    (await post('feedback', 'artist', { programId: id, type: 'issue', text: `It flickers, ${Date.now()}.` }))
      .code === undefined,
  ask: async () =>
    (
      await post('questions', 'artist', {
        programId: id,
        topic: 'speak',
        question: 'May I speak of it?',
        context: '',
      })
    ).code === undefined,
};

async function move(verb: string, state: string): Promise<void> {
  const { status } = await ask('POST', `programs/${id}/${verb}`, 'manager', {});
  expect(status).toBe(200);
  // what every submit asks is at most a second old
  const enrollments = atelier.app.get(EnrollmentService);
  const { id: artist } = atelier.people.artist;
  await until(`the programme is ${state}`, async () => {
    const beginning = await enrollments.checkOpen(artist, id, 'feedback').then(
      () => 'open',
      () => 'shut',
    );
    const isKnown = state === 'open' || (await TRIES.generate?.()) === allowsIn(state).includes('generate');
    return isKnown && beginning === (allowsIn(state).includes('feedback') ? 'open' : 'shut');
  });
}

/** Activities of the table that the state allows, as they come out when they are tried. */
async function allowed(): Promise<string[]> {
  const found: string[] = [];
  for (const [activity, attempt] of Object.entries(TRIES)) if (await attempt()) found.push(activity);
  return found.toSorted();
}

/** What the public table says of a state. Pay is tried elsewhere; who may change anything may also add seats. */
function said(state: string): string[] {
  const allows = allowsIn(state);
  const more = allows.includes('prepare') ? ['extend'] : [];
  return [...allows.filter((one) => one !== 'pay'), ...more].toSorted();
}

beforeAll(async () => {
  atelier = await startTestApp('program_states');
  table = (await atelier.request<{ states: Said[] }>('GET', '/api/v1/program-states')).body.states;
  ({ id } = await draftProgram(atelier, { capacity: 50 }));
}, 60_000);
afterAll(() => atelier?.stop());

describe('what is possible in a programme', () => {
  test('every activity of the table is tried here, but pay', () => {
    const all = new Set(table.flatMap(({ allows }) => allows));
    expect([...all].toSorted()).toEqual([...Object.keys(TRIES), 'pay'].toSorted());
  });

  test('while it is a draft is what the table says', async () => {
    expect(await allowed()).toEqual(said('draft'));
    for (const [what, body] of [
      ['terms', { clauses: clauses() }],
      ['rate-cards', { items: prices() }],
      ['mark-policies', markPolicy],
    ] as const)
      await post(`programs/${id}/${what}`, 'manager', body);
  }, 60_000);

  test.each([
    ['open', 'open'],
    ['start', 'running'],
    ['close', 'closing'],
    ['finish', 'closed'],
  ])(
    'after “%s” is what the table says',
    async (verb, state) => {
      await move(verb, state);
      if (state === 'open') await enrolled(id);
      expect(await allowed()).toEqual(said(state));
    },
    60_000,
  );

  test('when it is closed still is to report harm', async () => {
    expect(
      await post('feedback', 'artist', { programId: id, type: 'issue', text: 'It is late.' }),
    ).toMatchObject({
      code: 'enrollment.programme_closed',
    });
    const harm = await post('feedback', 'artist', {
      programId: id,
      type: 'harm',
      text: 'It shows my neighbour.',
    });
    expect(harm.code).toBeUndefined();
  });
});
