import { violations } from '../support/invariants';
import { GuardService } from '../../src/modules/redress';
import { Sharing, statement } from '../support/sharing';

const ANSWER = 'The blow is in the clip at that very second.';

interface Reasons {
  readonly id: string;
  readonly state: string;
  readonly canAppeal: boolean;
}

describe('a refusal to share', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await Sharing.start('redress_sharing', {}, ['api', 'relay', 'worker']);
  }, 60_000);
  afterAll(() => sharing?.stop());
  beforeEach(() => sharing.sql('DELETE FROM redress_protected_acts'));
  afterEach(async () => {
    expect(await violations(sharing.atelier, 'redress-')).toEqual({});
    expect(await sharing.violations()).toEqual({});
  });

  const reasonsOf = async (id: string): Promise<Reasons[]> =>
    (
      await sharing.atelier.request<{ items: Reasons[] }>('GET', `/api/v1/reasons?subjectId=${id}`, {
        as: 'artist',
      })
    ).body.items;
  const look = async (id: string, verb: 'confirm' | 'reject') => {
    const { body } = await sharing.atelier.request<{
      items: { id: string; statement: { subjectId: string } }[];
    }>('GET', '/api/v1/second-looks', { as: 'manager' });
    const found = body.items.find((one) => one.statement.subjectId === id);
    const answer = await sharing.atelier.request('POST', `/api/v1/second-looks/${found?.id}/${verb}`, {
      as: 'manager',
      body: { reasons: ANSWER },
    });
    expect(answer.status).toBe(200);
    await sharing.atelier.settle();
  };
  const protect = () =>
    sharing.atelier.db.tx((tx) =>
      sharing.atelier.app
        .get(GuardService)
        .protect(tx, sharing.atelier.people.artist.id, 'feedback', `prt_${Math.random()}`),
    );

  it('has its statement with the clause as it reads, and is appealed beside the clip', async () => {
    const id = await sharing.declined();
    const [reasons] = await reasonsOf(id);
    expect(reasons).toMatchObject({
      kind: 'submission_declined',
      state: 'in_force',
      rule: { source: 'clause', id: 'RU-3', version: 1, text: expect.stringMatching(/.{10}/) },
      facts: statement.facts,
      timecodes: [{ at: 8, until: 9 }],
      isAppealedInPlace: true,
      canAppeal: false,
    });
    const twice = await sharing.atelier.request('POST', `/api/v1/reasons/${reasons?.id}/appeals`, {
      as: 'artist',
      body: { grounds: 'Nobody is hit; it is a handshake.' },
    });
    expect(twice).toMatchObject({ status: 409, body: { code: 'redress.appealed_in_place' } });
    const { body: appeal } = await sharing.appeal(id);
    await sharing.hear('reviewer2', appeal.id, 'take');
    await sharing.hear('reviewer2', appeal.id, 'overturn', 'It is a handshake; RU-3 does not apply.');
    expect((await sharing.get('artist', id)).state).toBe('published');
    expect((await reasonsOf(id))[0]).toMatchObject({ state: 'annulled' });
  });

  it('waits for somebody outside of the line after critical feedback, then takes effect', async () => {
    await protect();
    const id = await sharing.inReview();
    await sharing.act('reviewer', id, 'decline', { statement });
    expect((await sharing.get('artist', id)).state).toBe('in_review');
    expect(await reasonsOf(id)).toEqual([]);
    expect((await sharing.act('reviewer2', id, 'claim')).status).not.toBe(200);
    expect((await sharing.act('reviewer', id, 'undo')).status).not.toBe(200);
    await look(id, 'confirm');
    expect((await sharing.get('artist', id)).state).toBe('declined');
    expect((await reasonsOf(id))[0]).toMatchObject({ state: 'in_force' });
  });

  it('that the second look rejects goes back to the queue, and that reviewer cannot refuse it again', async () => {
    await protect();
    const id = await sharing.inReview();
    await sharing.act('reviewer', id, 'decline', { statement });
    await look(id, 'reject');
    expect((await sharing.get('artist', id)).state).toBe('submitted');
    await sharing.act('reviewer', id, 'claim');
    expect(await sharing.act('reviewer', id, 'decline', { statement })).toMatchObject({
      status: 409,
      body: { code: 'approval.second_look_no' },
    });
    expect((await sharing.act('reviewer', id, 'approve')).body.state).toBe('published');
  });

  it('of a work that is public takes it down at once for safety, and brings it back when the look says no', async () => {
    const id = await sharing.inReview();
    await sharing.act('reviewer', id, 'approve');
    await protect();
    expect((await sharing.act('reviewer2', id, 'takeDown', { statement })).body.state).toBe('taken_down');
    await look(id, 'reject');
    expect((await sharing.get('artist', id)).state).toBe('published');
    expect((await reasonsOf(id))[0]).toMatchObject({ state: 'annulled' });
  });
});
