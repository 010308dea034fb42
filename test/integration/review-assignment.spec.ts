import type { SubmissionDetail } from '../../src/modules/approval/submissions/submission-view.dto';
import { ClocksService } from '../../src/modules/approval';
import type { Answer, CastName } from '../support/app';
import { Sharing } from '../support/sharing';

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly mayBeAsked: boolean;
}

describe('an assignment', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await Sharing.start('review_assign');
  }, 60_000);
  afterAll(() => sharing?.stop());

  const open: string[] = [];
  afterEach(async () => {
    for (const id of open.splice(0)) await sharing.act('artist', id, 'withdraw');
    await sharing.sql(`UPDATE approval_conflicts SET withdrawn_at = now() WHERE withdrawn_at IS NULL`);
  });
  const submitted = async (): Promise<string> => {
    const { id } = (await sharing.submit()).body;
    open.push(id);
    return id;
  };
  const person = (who: CastName): string => sharing.atelier.people[who].id;
  const assign = (id: string, to: CastName, as: CastName = 'manager'): Promise<Answer<SubmissionDetail>> =>
    sharing.act(as, id, 'assign', { reviewerId: person(to) });
  const forMe = async (as: CastName, part = 'forMe'): Promise<string[]> => {
    const path = `/api/v1/submissions?queue=open&limit=100&part=${part}`;
    const { body } = await sharing.atelier.request<{ items: { id: string }[] }>('GET', path, { as });
    return body.items.map(({ id }) => id);
  };
  const next = (as: CastName): Promise<Answer> =>
    sharing.atelier.request('POST', '/api/v1/submissions/next', { as, body: {} });
  const choices = async (id: string, as: CastName = 'manager'): Promise<Answer<{ items: Choice[] }>> =>
    sharing.atelier.request('GET', `/api/v1/submissions/${id}/reviewers`, { as });
  const acts = async (id: string): Promise<string[]> => {
    const rows = await sharing.sql(
      `SELECT act FROM audit_entries WHERE subject = $1 AND act LIKE 'approval.%assign' ORDER BY id`,
      [id],
    );
    return rows.map((row) => (row as { act: string }).act);
  };
  const UNFIT = { status: 409, body: { code: 'approval.assignee_unfit' } };

  it('puts it into the hands of one reviewer: theirs by filter, offered to nobody else', async () => {
    const id = await submitted();
    const answer = await assign(id, 'reviewer2');
    expect(answer).toMatchObject({ status: 200, body: { assigned: { isMine: false } } });
    expect(answer.body.assignee).toEqual(expect.any(String));
    expect(await forMe('reviewer2')).toEqual([id]);
    // Who has it already is not told again.
    expect((await assign(id, 'reviewer2')).status).toBe(200);
    const told = await sharing.sql(
      `SELECT payload FROM platform_events WHERE name = 'approval.submission_assigned' AND payload->>'submissionId' = $1`,
      [id],
    );
    expect(told).toEqual([{ payload: expect.objectContaining({ personId: person('reviewer2') }) }]);
    expect(await forMe('reviewer')).toEqual([]);
    expect(await forMe('reviewer', 'free')).toEqual([]);
    expect(await next('reviewer')).toMatchObject({ status: 404, body: { code: 'approval.queue_empty' } });
    expect(await sharing.act('reviewer', id, 'claim')).toMatchObject({
      status: 409,
      body: { code: 'approval.assigned_to_other' },
    });
    expect(await sharing.get('artist', id)).toMatchObject({ assigned: null, assignee: null });
    expect(await next('reviewer2')).toMatchObject({ status: 200, body: { id, assigned: { isMine: true } } });
    expect((await sharing.act('reviewer2', id, 'approve')).status).toBe(200);
    expect(await sharing.get('reviewer2', id)).toMatchObject({ state: 'published', assigned: null });
    expect(await acts(id)).toEqual(['approval.assign', 'approval.assign']);
    open.pop();
  });

  it('is made and taken back by managers alone; given back, everybody is offered it again', async () => {
    const id = await submitted();
    for (const as of ['reviewer', 'artist', 'finance'] as const) {
      expect((await assign(id, 'reviewer', as)).status).toBe(403);
      expect((await sharing.act(as, id, 'unassign')).status).toBe(403);
      expect((await choices(id, as)).status).toBe(403);
    }
    await assign(id, 'reviewer2');
    expect((await sharing.act('manager', id, 'unassign')).status).toBe(200);
    expect(await sharing.act('manager', id, 'unassign')).toMatchObject({
      status: 409,
      body: { code: 'approval.not_assigned' },
    });
    expect(await next('reviewer')).toMatchObject({ status: 200, body: { id } });
    expect(await acts(id)).toEqual(['approval.assign', 'approval.unassign']);
  });

  it('is refused for whoever has to do with the work, and for who is no reviewer; the list says so before', async () => {
    const id = await submitted();
    const askable = async (who: CastName): Promise<boolean | undefined> =>
      (await choices(id)).body.items.find((one) => one.id === person(who))?.mayBeAsked;
    expect(await askable('reviewer')).toBe(true);
    expect(await assign(id, 'finance')).toMatchObject(UNFIT);

    await sharing.sql(`UPDATE access_people SET roles = roles || '{reviewer}' WHERE id = $1`, [
      person('artist'),
    ]);
    expect(await askable('artist')).toBe(false);
    expect(await assign(id, 'artist')).toMatchObject(UNFIT);
    await sharing.sql(`UPDATE access_people SET roles = array_remove(roles, 'reviewer') WHERE id = $1`, [
      person('artist'),
    ]);

    await sharing.sql(`UPDATE approval_submissions SET co_author_ids = ARRAY[$2] WHERE id = $1`, [
      id,
      person('reviewer'),
    ]);
    expect(await askable('reviewer')).toBe(false);
    expect(await assign(id, 'reviewer')).toMatchObject(UNFIT);
    await sharing.sql(`UPDATE approval_submissions SET co_author_ids = '{}' WHERE id = $1`, [id]);

    await sharing.act('reviewer', id, 'recuse', { reason: 'We share a studio.' });
    expect(await askable('reviewer')).toBe(false);
    expect(await assign(id, 'reviewer')).toMatchObject(UNFIT);
    expect(await sharing.sql('SELECT assigned_to FROM approval_submissions WHERE id = $1', [id])).toEqual([
      { assigned_to: null },
    ]);
    await expect(
      sharing.sql(
        `UPDATE approval_submissions SET assigned_to = person_id, assigned_by = 'per_x' WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('approval_assignment_is_not_of_ones_own');
  });

  it('is not for the first of two who say no: somebody else reads those reasons', async () => {
    const id = await sharing.inReview();
    open.push(id);
    await sharing.act('reviewer', id, 'escalate', { note: 'A second person should look.' });
    expect(await assign(id, 'reviewer')).toMatchObject(UNFIT);
    expect((await assign(id, 'reviewer2')).status).toBe(200);
  });

  it('is not made while another is at it, or over what is decided; a manager does not choose their own judge', async () => {
    const id = await sharing.inReview();
    open.push(id);
    expect(await assign(id, 'reviewer2')).toMatchObject({
      status: 409,
      body: { code: 'approval.claimed_by_other' },
    });
    expect((await assign(id, 'reviewer')).status).toBe(200);
    await sharing.sql(`UPDATE approval_submissions SET co_author_ids = ARRAY[$2] WHERE id = $1`, [
      id,
      person('manager'),
    ]);
    expect(await sharing.act('manager', id, 'unassign')).toMatchObject({
      status: 403,
      body: { code: 'approval.conflict_of_interest' },
    });
    expect((await choices(id)).status).toBe(403);
    await sharing.sql(`UPDATE approval_submissions SET co_author_ids = '{}' WHERE id = $1`, [id]);
    await sharing.act('reviewer', id, 'approve');
    expect(await assign(id, 'reviewer')).toMatchObject({
      status: 409,
      body: { code: 'approval.wrong_state' },
    });
    open.pop();
  });

  it('ends when its reviewer passes it on or declares a conflict, for all work of that artist', async () => {
    const passed = await submitted();
    await assign(passed, 'reviewer');
    await sharing.act('reviewer', passed, 'skip', { reason: 'language' });
    expect((await sharing.get('reviewer', passed)).assigned).toBeNull();
    const [one, two] = [await submitted(), await submitted()];
    await assign(one, 'reviewer');
    await assign(two, 'reviewer');
    await sharing.act('reviewer', one, 'recuse', { reason: 'We share a studio.' });
    expect((await sharing.get('reviewer2', two)).assigned).toBeNull();
    expect(await acts(two)).toEqual(['approval.assign', 'approval.unassign']);
  });

  it('ends a hold of somebody else, and does not stop the clock', async () => {
    const id = await sharing.inReview();
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await sharing.act('reviewer', id, 'hold', { reason: 'facts', until });
    expect(await assign(id, 'reviewer2')).toMatchObject({ status: 200, body: { hold: null } });
    await sharing.sql(`UPDATE approval_submissions SET due_at = now() - interval '1 s' WHERE id = $1`, [id]);
    await sharing.atelier.app.get(ClocksService).sweep();
    expect(await sharing.get('artist', id)).toMatchObject({ state: 'published' });
    expect(await sharing.violations()).toEqual({});
  });
});
