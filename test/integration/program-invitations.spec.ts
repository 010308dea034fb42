import { InvitingService } from '../../src/modules/enrollment/invitations/inviting.service';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { violations } from '../support/invariants';
import { selection } from '../support/selection';

let atelier: TestApp;
const { post, get, programme, apply, must } = selection(() => atelier);

beforeAll(async () => {
  atelier = await startTestApp('program_invitations');
}, 60_000);
afterAll(() => atelier?.stop());

interface Invitation {
  readonly id: string;
  readonly state: string;
  readonly code?: string;
  readonly cohortName: string | null;
  readonly available: string[];
}

const invite = (program: string, as: CastName, more: object = {}) =>
  post<Invitation>(`programs/${program}/invitations`, 'manager', {
    email: atelier.people[as].email,
    ...more,
  });
const accept = (id: string, as: CastName) =>
  post<{ id: string; state: string; cohortId: string | null; code?: string }>(
    `program-invitations/${id}/accept`,
    as,
  );

describe('an invitation', () => {
  test('is taken once, by the address it is for, and names the cohort', async () => {
    const program = await programme('review');
    const dates = {
      startsAt: new Date(Date.now() + 86_400_000).toISOString(),
      endsAt: new Date(Date.now() + 5 * 86_400_000).toISOString(),
    };
    const cohort = await post<{ id: string }>(`programs/${program}/cohorts`, 'manager', {
      name: 'Winter',
      ...dates,
      capacity: 3,
    });
    const { status, body } = await invite(program, 'artist', {
      cohortId: cohort.body.id,
      note: 'We liked your reel.',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'open', cohortName: 'Winter' });
    expect((await accept(body.id, 'artist2')).status).toBe(404);
    const list = await get<{ items: Invitation[] }>('program-invitations', 'artist');
    expect(list.body.items).toMatchObject([{ id: body.id, available: ['accept'] }]);
    expect((await get<{ items: Invitation[] }>('program-invitations', 'artist2')).body.items).toEqual([]);
    const taken = await Promise.all([accept(body.id, 'artist'), accept(body.id, 'artist')]);
    expect(taken.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(taken.find((answer) => answer.status === 409)?.body.code).toBe('enrollment.invitation_spent');
    expect(taken.find((answer) => answer.status === 200)?.body).toMatchObject({
      state: 'terms_pending',
      cohortId: cohort.body.id,
    });
    await atelier.settle();
    const notices = await get<{ items: { kind: string }[] }>('notices', 'artist');
    expect(notices.body.items.map(({ kind }) => kind)).toContain('invitation.made');
  });

  test('takes up the application that is there already', async () => {
    const program = await programme('draw');
    const { body: application } = await apply(program, 'artist2');
    const { body } = await invite(program, 'artist2');
    expect((await accept(body.id, 'artist2')).status).toBe(200);
    expect((await get(`applications/${application.id}`, 'artist2')).body).toMatchObject({ state: 'invited' });
    const again = await invite(program, 'artist2');
    expect((await accept(again.body.id, 'artist2')).body.code).toBe('enrollment.in_already');
  });

  test('holds a seat while it is open, and there are no more of them than seats', async () => {
    const program = await programme('first_come', 1);
    const { body } = await invite(program, 'artist');
    expect(await invite(program, 'artist2')).toMatchObject({
      status: 409,
      body: { code: 'enrollment.invitations_full', cap: 1 },
    });
    expect((await apply(program, 'artist3')).body).toMatchObject({ state: 'waitlisted' });
    expect((await post<Invitation>(`program-invitations/${body.id}/withdraw`, 'manager')).body.state).toBe(
      'withdrawn',
    );
    expect((await accept(body.id, 'artist')).body.code).toBe('enrollment.invitation_spent');
    expect((await invite(program, 'artist2')).status).toBe(201);
  });

  test('is open 25 times by one person at most, and once for an address', async () => {
    const program = await programme('review', 100);
    for (let n = 0; n < 25; n += 1)
      await must(`programs/${program}/invitations`, 'manager', { email: `guest${n}@example.org` });
    const more = await post<Invitation>(`programs/${program}/invitations`, 'manager', {
      email: 'guest99@example.org',
    });
    expect(more).toMatchObject({ status: 409, body: { code: 'enrollment.invitations_full', cap: 25 } });
    const twice = await post<Invitation>(`programs/${program}/invitations`, 'manager2', {
      email: 'GUEST3@example.org',
    });
    expect(twice.status).toBe(409);
  });

  test('ends at its date', async () => {
    const program = await programme('review');
    const { body } = await invite(program, 'artist3', { days: 1 });
    await atelier.db.tx((tx) =>
      tx.run(`UPDATE enrollment_invitations SET expires_at = now() - interval '1 minute' WHERE id = $1`, [
        body.id,
      ]),
    );
    expect((await accept(body.id, 'artist3')).body.code).toBe('enrollment.invitation_spent');
    await atelier.app.get(InvitingService).expire();
    const all = await get<{ items: Invitation[] }>(
      `programs/${program}/invitations?state=expired`,
      'manager',
    );
    expect(all.body.items.map(({ id }) => id)).toEqual([body.id]);
  });

  test('leaves no standing invariant broken', async () => {
    expect(await violations(atelier, 'enrollment-')).toEqual({});
  });
});
