import type { Answer, CastName, TestApp } from './app';
import { openProgram } from './program';

const anchors = ['none', 'little', 'some', 'much', 'all'];

export const field = (key: string, kind: string, more: object = {}): object => ({
  key,
  label: `What is your ${key}?`,
  kind,
  ...more,
});

/** A form with one question of who somebody is, one of what they would do, and one condition. */
export const FORM = {
  intro: 'Tell us in your own words.',
  fields: [
    field('idea', 'text', { isRequired: true, maxLength: 200 }),
    field('town', 'line', { isBlind: false }),
    field('tools', 'choices', { options: ['camera', 'pencil', 'code'] }),
    field('adult', 'yes_no', {
      isRequired: true,
      eligibility: { wants: ['yes'], says: 'Only adults can take part.' },
    }),
  ],
  rubric: [
    { key: 'craft', title: 'Craft', weight: 60, anchors },
    { key: 'idea', title: 'Idea', weight: 40, anchors },
  ],
};
export const ANSWERS = { idea: 'Rain on film', town: 'Ghent', tools: ['code'], adult: true };

export interface Applied {
  readonly id: string;
  readonly state: string;
  readonly code?: string;
  readonly revision: number;
  readonly available: string[];
  readonly files: { id: string; name: string; link: string }[];
  readonly waiting: { place: number; position: number | null } | null;
  readonly comments: string[];
  readonly daysLate: number;
  readonly enrollmentId: string | null;
  readonly score: { mean: number | null; spread: number; reviews: number } | null;
  readonly personName: string;
}
export interface Scored {
  readonly id: string;
  readonly applicationId: string;
  readonly state: string;
  readonly statement: string;
  readonly answers: { key: string; answer: string }[];
  readonly files: { id: string; name: string; link: string }[];
}

/** Selection over HTTP, as managers, reviewers and artists take it. */
export function selection(atelier: () => TestApp) {
  const post = <T = Record<string, unknown>>(
    path: string,
    as: CastName,
    body: object = {},
  ): Promise<Answer<T>> => atelier().request<T>('POST', `/api/v1/${path}`, { as, body });
  const get = <T = Record<string, unknown>>(path: string, as?: CastName): Promise<Answer<T>> =>
    atelier().request<T>('GET', `/api/v1/${path}`, as === undefined ? {} : { as });

  const must = async (path: string, as: CastName, body: object = {}): Promise<void> => {
    const { status, body: answer } = await post(path, as, body);
    if (status >= 300) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  };

  /** An open programme that selects in this way, with a form. */
  async function programme(
    way: 'review' | 'first_come' | 'draw' | null,
    capacity = 10,
    form: object | null = FORM,
  ) {
    const program = await openProgram(atelier(), { capacity });
    const criteria = 'Whoever has something to find out with the model.';
    if (way !== null)
      await must(`programs/${program.id}/review-policies`, 'manager', {
        selection: way,
        criteria,
        reviewers: 2,
        decisionDays: 14,
      });
    if (form !== null)
      await must(`programs/${program.id}/application-form`, 'manager', { ...form, basedOn: 0 });
    return program.id;
  }

  const apply = (program: string, as: CastName, more: object = {}): Promise<Answer<Applied>> =>
    post<Applied>(`programs/${program}/applications`, as, {
      statement: 'Long takes.',
      portfolio: ['https://example.org/reel'],
      answers: ANSWERS,
      timeZone: 'Europe/Brussels',
      ...more,
    });

  async function panel(program: string, names: readonly CastName[], team = ''): Promise<void> {
    for (const name of names)
      await must(`programs/${program}/selection/panel`, 'manager', {
        personId: atelier().people[name].id,
        team,
      });
  }

  const reviewsOf = async (as: CastName, program: string): Promise<Scored[]> =>
    (
      await get<{ items: (Scored & { programId: string })[] }>('application-reviews?limit=100', as)
    ).body.items.filter(({ programId }) => programId === program);

  const score = (id: string, as: CastName, craft: number, idea = craft) =>
    post<Scored & { code?: string }>(`application-reviews/${id}/complete`, as, {
      scores: { craft, idea },
      panelNote: `note of ${as}`,
      applicantComment: `Comment ${craft}`,
    });

  /** Moves the deadline of applications: the one thing a test cannot wait for. */
  async function deadline(program: string, inMinutes: number): Promise<void> {
    await atelier().db.tx((tx) =>
      tx.run(
        `UPDATE program_programs SET applications_until = now() + make_interval(mins => $2) WHERE id = $1`,
        [program, inMinutes],
      ),
    );
  }

  async function upload(
    application: string,
    content: Buffer | string,
    name = 'reel.png',
    as: CastName = 'artist',
  ) {
    const response = await fetch(
      `${atelier().url}/api/v1/applications/${application}/files?name=${encodeURIComponent(name)}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', cookie: atelier().people[as].cookie },
        body: content,
      },
    );
    const text = await response.text();
    return {
      status: response.status,
      body: JSON.parse(text) as { id: string; name: string; link: string; code?: string },
    };
  }

  return { post, get, must, programme, apply, panel, reviewsOf, score, deadline, upload };
}

/** The smallest picture there is. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
