import { EventLifeService } from '../../src/modules/grants/events/event-life.service';
import type { Answer, CastName, TestApp } from './app';

const anchors = ['none', 'little', 'some', 'much', 'all'];
export const RUBRIC = [
  { key: 'craft', title: 'Craft', weight: 60, anchors },
  { key: 'idea', title: 'Idea', weight: 40, anchors },
];

export interface Call {
  readonly id: string;
  readonly state: string;
  readonly available: string[];
  readonly awarded: { readonly amount: number };
  readonly daysLate: number;
}
export interface Application {
  readonly id: string;
  readonly state: string;
  readonly personId: string | null;
  readonly reasons: string | null;
  readonly comments: string[];
  readonly available: string[];
  readonly code?: string;
}
export interface Review {
  readonly id: string;
  readonly applicationId: string;
  readonly state: string;
  readonly statement: string;
}
export interface Award {
  readonly id: string;
  readonly state: string;
  readonly agreementHash: string;
  readonly amount: { readonly amount: number };
  readonly earned: { readonly amount: number };
  readonly milestones: { readonly id: string; readonly state: string; readonly title: string }[];
  readonly amendments: { readonly id: string; readonly state: string; readonly available: string[] }[];
  readonly available: string[];
}

const soon = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** A grant round over HTTP, as managers, artists and reviewers take it. */
export function grantRound(atelier: () => TestApp, program: () => string) {
  const post = <T>(path: string, as: CastName, body: object = {}): Promise<Answer<T>> =>
    atelier().request<T>('POST', `/api/v1/${path}`, { as, body });
  const get = <T>(path: string, as?: CastName): Promise<Answer<T>> =>
    atelier().request<T>('GET', `/api/v1/${path}`, as === undefined ? {} : { as });

  const body = (amount = 1_000, more: object = {}): object => ({
    programId: program(),
    title: 'First films',
    criteria: 'Craft',
    eligibility: 'Everybody in the programme',
    rubric: RUBRIC,
    budget: { amount, currency: 'EUR' },
    closesAt: soon(7),
    decidesAt: soon(14),
    ...more,
  });

  async function create(amount = 1_000, more: object = {}): Promise<string> {
    const { status, body: call } = await post<Call>('calls', 'manager', body(amount, more));
    if (status !== 201) throw new Error(`no call: ${JSON.stringify(call)}`);
    return call.id;
  }

  const move = (id: string, verb: string, as: CastName = 'manager'): Promise<Answer<Call>> =>
    post<Call>(`calls/${id}/${verb}`, as);
  const apply = (id: string, as: CastName, amount = 600, more: object = {}): Promise<Answer<Application>> =>
    post<Application>(`calls/${id}/applications`, as, { statement: 'A film', amount, submit: true, ...more });
  const judge = (
    id: string,
    verb: string,
    said: object,
    as: CastName = 'manager',
  ): Promise<Answer<Application>> => post<Application>(`call-applications/${id}/${verb}`, as, said);

  /** Lets the deadline pass: the one thing a test cannot wait for. */
  async function passDeadline(id: string): Promise<void> {
    await atelier().db.tx((tx) =>
      tx.run(`UPDATE grants_calls SET closes_at = now() - interval '1 minute' WHERE id = $1`, [id]),
    );
  }

  async function panel(id: string, names: readonly CastName[], team = ''): Promise<void> {
    for (const name of names) {
      const personId = atelier().people[name].id;
      const { status } = await post(`calls/${id}/panel`, 'manager', { personId, team });
      if (status !== 200) throw new Error(`no panel: ${status}`);
    }
  }

  const reviewsOf = async (as: CastName, callId: string): Promise<Review[]> =>
    (await get<{ items: (Review & { callId: string })[] }>('grant-reviews?limit=100', as)).body.items.filter(
      (one) => one.callId === callId,
    );

  /** Both reviewers give each application of a closed call the scores of `of`; by default all the same. */
  async function reviewAll(callId: string, of: (applicationId: string) => number = () => 4): Promise<void> {
    for (const as of ['reviewer', 'reviewer2'] as const)
      for (const { id, applicationId, state } of await reviewsOf(as, callId)) {
        if (state !== 'assigned') continue;
        const score = of(applicationId);
        const said = {
          scores: { craft: score, idea: score },
          panelNote: `note of ${as}`,
          applicantComment: `Comment ${score}`,
        };
        const { status, body: answer } = await post(`grant-reviews/${id}/complete`, as, said);
        if (status !== 200) throw new Error(`not reviewed: ${JSON.stringify(answer)}`);
      }
  }

  /** Closed, reviewed and ranked. */
  async function ranked(callId: string, of?: (applicationId: string) => number): Promise<void> {
    await panel(callId, ['reviewer', 'reviewer2']);
    await passDeadline(callId);
    await move(callId, 'close');
    await reviewAll(callId, of);
    const { status, body: answer } = await post(`calls/${callId}/ranking`, 'manager');
    if (status !== 200) throw new Error(`not ranked: ${JSON.stringify(answer)}`);
  }

  const awardsOf = async (as: CastName): Promise<Award[]> =>
    (await get<{ items: Award[] }>('awards', as)).body.items;

  async function accepted(as: CastName): Promise<Award> {
    const offered = (await awardsOf(as)).find(({ state }) => state === 'offered');
    if (offered === undefined) throw new Error(`nothing is offered to ${as}`);
    const said = { agreementHash: offered.agreementHash };
    return (await post<Award>(`awards/${offered.id}/accept`, as, said)).body;
  }

  /** An event of one seat that is open; at most 50 minor units of expenses are announced for it. */
  async function event(more: object = {}): Promise<string> {
    const shape = {
      programId: program(),
      title: 'Open studio',
      description: 'An evening',
      place: 'Studio 2',
      accessibility: 'Step-free',
      codeOfConduct: 'Be kind',
      startsAt: soon(2),
      endsAt: soon(3),
      closesAt: soon(1),
      timeZone: 'Europe/Berlin',
      seats: 1,
      admission: 'first_come',
      expenses: 50,
      ...more,
    };
    const { id } = (await post<{ id: string }>('events', 'manager', shape)).body;
    const { status } = await post(`events/${id}/open`, 'manager');
    if (status !== 200) throw new Error(`the event does not open: ${status}`);
    return id;
  }

  /** An event of one seat that `as` came to. */
  async function attended(as: CastName): Promise<{ event: string; seat: string }> {
    const id = await event();
    const seat = (await post<{ id: string }>(`events/${id}/seats`, as)).body.id;
    await atelier().db.tx((tx) =>
      tx.run(
        `UPDATE grants_events SET closes_at = now() - interval '3 hours', starts_at = now() - interval '2 hours',
           ends_at = now() - interval '1 hour' WHERE id = $1`,
        [id],
      ),
    );
    await atelier().app.get(EventLifeService).closeDue();
    const { status } = await post(`seats/${seat}/attend`, 'manager');
    if (status !== 200) throw new Error(`${as} did not come: ${status}`);
    return { event: id, seat };
  }

  return {
    post,
    get,
    event,
    attended,
    body,
    create,
    move,
    apply,
    judge,
    panel,
    passDeadline,
    reviewsOf,
    reviewAll,
    ranked,
    awardsOf,
    accepted,
  };
}
