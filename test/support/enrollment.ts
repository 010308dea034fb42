import type { Answer, CastName, TestApp } from './app';

export interface ApplicationBody {
  readonly id: string;
  readonly state: string;
  readonly enrollmentId: string | null;
  readonly available: string[];
  readonly code?: string;
}

export interface EnrollmentBody {
  readonly id: string;
  readonly state: string;
  readonly available: string[];
  readonly consent: { version: number } | null;
  readonly code?: string;
}

export interface SuspensionBody {
  readonly id: string;
  readonly state: string;
  readonly statementId: string | null;
  readonly available: string[];
  readonly code?: string;
}

export interface TermsBody {
  readonly terms: { id: string; hash: string; version: number; clauses: object[] };
  readonly isAccepted: boolean;
}

/** The ways of an artist into a programme, over HTTP. */
export function entrance(atelier: () => TestApp) {
  const apply = (
    program: string,
    as: CastName = 'artist',
    more: object = {},
    headers: Record<string, string> = {},
  ): Promise<Answer<ApplicationBody>> =>
    atelier().request<ApplicationBody>('POST', `/api/v1/programs/${program}/applications`, {
      as,
      body: { statement: 'I would try long takes.', portfolio: ['https://example.org/reel'], ...more },
      headers,
    });

  const step = (
    id: string,
    verb: string,
    as: CastName = 'manager',
    body?: object,
  ): Promise<Answer<ApplicationBody>> =>
    atelier().request<ApplicationBody>('POST', `/api/v1/applications/${id}/${verb}`, {
      as,
      ...(body && { body }),
    });

  const member = (id: string, verb: string, as: CastName, body?: object): Promise<Answer<EnrollmentBody>> =>
    atelier().request<EnrollmentBody>('POST', `/api/v1/enrollments/${id}/${verb}`, {
      as,
      ...(body && { body }),
    });

  const termsOf = async (id: string, as: CastName = 'artist'): Promise<TermsBody> => {
    const answer = await atelier().request<TermsBody>('GET', `/api/v1/enrollments/${id}/terms`, { as });
    if (answer.status !== 200) throw new Error(`no terms: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  /** Applied, reviewed, invited: the id of the enrollment. */
  async function invited(program: string, as: CastName = 'artist'): Promise<string> {
    const { body } = await apply(program, as);
    await step(body.id, 'startReview');
    const answer = await step(body.id, 'invite');
    if (answer.status !== 200 || answer.body.enrollmentId === null)
      throw new Error(`not invited: ${JSON.stringify(answer.body)}`);
    return answer.body.enrollmentId;
  }

  /** The id of an active enrollment. */
  async function enrolled(program: string, as: CastName = 'artist'): Promise<string> {
    const id = await invited(program, as);
    const { terms } = await termsOf(id, as);
    const { status } = await member(id, 'consent', as, { termsId: terms.id, hash: terms.hash });
    if (status !== 200) throw new Error(`no consent: ${status}`);
    return id;
  }

  /** Moves the end of the day in which leaving can be taken back: the one thing a test cannot wait for. */
  const passUndo = async (id: string): Promise<void> => {
    await atelier().db.tx((tx) =>
      tx.run(`UPDATE enrollment_enrollments SET leaves_at = now() WHERE id = $1`, [id]),
    );
  };

  /** What was told of one application or enrollment, oldest first. */
  const eventsOf = async (
    key: 'applicationId' | 'enrollmentId',
    id: string,
  ): Promise<Record<string, unknown>[]> =>
    (
      await atelier().db.read<{ payload: Record<string, unknown> }>(
        `SELECT payload FROM platform_events WHERE name LIKE 'enrollment.%' AND payload->>$1 = $2 ORDER BY id`,
        [key, id],
      )
    ).map(({ payload }) => payload);

  const proposal = (more: object = {}): object => ({
    clauseId: 'RU-1',
    facts: 'Forty clips of a living person were made in one night.',
    remedy: 'Write to us who agreed to be shown.',
    endsAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
    ...more,
  });

  const propose = (
    id: string,
    as: CastName = 'manager',
    more: object = {},
  ): Promise<Answer<SuspensionBody>> =>
    atelier().request<SuspensionBody>('POST', `/api/v1/enrollments/${id}/suspensions`, {
      as,
      body: proposal(more),
    });

  const stepSuspension = (
    id: string,
    verb: string,
    as: CastName = 'manager2',
    body: object = {},
  ): Promise<Answer<SuspensionBody>> =>
    atelier().request<SuspensionBody>('POST', `/api/v1/suspensions/${id}/${verb}`, { as, body });

  /** Proposed by one manager and confirmed by another: the id of the suspension. */
  async function suspended(enrollmentId: string, more: object = {}): Promise<string> {
    const { body } = await propose(enrollmentId, 'manager', more);
    const { status, body: after } = await stepSuspension(body.id, 'confirm');
    if (status !== 200) throw new Error(`not suspended: ${JSON.stringify(after)}`);
    return body.id;
  }

  return {
    apply,
    step,
    member,
    termsOf,
    invited,
    enrolled,
    eventsOf,
    passUndo,
    propose,
    stepSuspension,
    suspended,
  };
}
