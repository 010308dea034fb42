import { ClocksService } from '../../src/modules/approval';
import type { SubmissionDetail } from '../../src/modules/approval/submissions/submission-view.dto';
import type { Answer } from '../support/app';
import { Sharing } from '../support/sharing';

type Who = Parameters<Sharing['act']>[0];
interface Row {
  readonly id: string;
  readonly hold: { reason: string; note: string | null; until: string; mayEnd: boolean } | null;
}

const HOUR = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

describe('a hold', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await Sharing.start('review_hold');
  }, 60_000);
  afterAll(() => sharing?.stop());

  const open: string[] = [];
  afterEach(async () => {
    for (const id of open.splice(0)) await sharing.act('artist', id, 'withdraw');
  });
  const claimed = async (change: object = {}): Promise<string> => {
    const id = await sharing.inReview(change);
    open.push(id);
    return id;
  };
  const hold = (as: Who, id: string, change: object = {}): Promise<Answer<SubmissionDetail>> =>
    sharing.act(as, id, 'hold', {
      reason: 'advice',
      note: 'Asked the lawyers.',
      until: inHours(2),
      ...change,
    });
  const queue = async (as: Who, part?: string): Promise<Row[]> => {
    const path = `/api/v1/submissions?queue=open&limit=100${part === undefined ? '' : `&part=${part}`}`;
    return (await sharing.atelier.request<{ items: Row[] }>('GET', path, { as })).body.items;
  };
  const next = (as: Who): Promise<Answer> =>
    sharing.atelier.request('POST', '/api/v1/submissions/next', { as, body: {} });
  /** As if the end of the hold had come. */
  const over = (id: string): Promise<unknown[]> =>
    sharing.sql(`UPDATE approval_submissions SET held_until = now() - interval '1 ms' WHERE id = $1`, [id]);
  const acts = async (id: string): Promise<string[]> => {
    const rows = await sharing.sql(
      `SELECT act FROM audit_entries WHERE subject = $1 AND act LIKE 'approval.%hold' ORDER BY id`,
      [id],
    );
    return rows.map((row) => (row as { act: string }).act);
  };

  it('is seen with its reason, has a filter, is offered to nobody, and its clock goes on', async () => {
    const id = await claimed();
    const before = await sharing.get('reviewer', id);
    const until = inHours(3);
    expect(await hold('reviewer', id, { until })).toMatchObject({
      status: 200,
      body: {
        state: 'submitted',
        claim: null,
        dueAt: before.dueAt,
        isClockStopped: false,
        hold: { reason: 'advice', note: 'Asked the lawyers.', until, mayEnd: true },
      },
    });
    expect((await queue('reviewer2')).find((row) => row.id === id)?.hold).toMatchObject({ mayEnd: false });
    expect((await queue('reviewer2', 'onHold')).map((row) => row.id)).toEqual([id]);
    expect(await queue('reviewer2', 'free')).toEqual([]);
    for (const as of ['reviewer', 'reviewer2'] as const)
      expect(await next(as)).toMatchObject({ status: 404, body: { code: 'approval.queue_empty' } });
    expect(await acts(id)).toEqual(['approval.hold']);
  });

  it('tells the artist why and until when, and not what reviewers write to each other', async () => {
    const id = await claimed();
    await hold('reviewer', id);
    expect((await sharing.get('artist', id)).hold).toMatchObject({
      reason: 'advice',
      note: null,
      mayEnd: false,
    });
  });

  it('keeps others from claiming it, with until when; who put it there goes on whenever they like', async () => {
    const id = await claimed();
    const until = inHours(2);
    await hold('reviewer', id, { until });
    expect(await sharing.act('reviewer2', id, 'claim')).toMatchObject({
      status: 409,
      body: { code: 'approval.on_hold', until },
    });
    expect(await sharing.act('reviewer', id, 'claim')).toMatchObject({
      status: 200,
      body: { state: 'in_review', hold: null },
    });
    expect((await sharing.act('reviewer', id, 'approve')).status).toBe(200);
    open.pop();
  });

  it('is over by itself, at once for the queue and noted by the next sweep', async () => {
    const id = await claimed();
    await hold('reviewer', id);
    await over(id);
    expect((await sharing.get('reviewer2', id)).hold).toBeNull();
    expect(await next('reviewer2')).toMatchObject({ status: 200, body: { id } });
    await sharing.act('reviewer2', id, 'release');
    await sharing.act('reviewer', id, 'claim');
    await hold('reviewer', id);
    await over(id);
    const clocks = sharing.atelier.app.get(ClocksService);
    await Promise.all([clocks.sweep(), clocks.sweep()]);
    expect(await acts(id)).toEqual(['approval.hold', 'approval.hold', 'approval.unhold']);
    expect(await sharing.sql('SELECT held_by FROM approval_submissions WHERE id = $1', [id])).toEqual([
      { held_by: null },
    ]);
  });

  it('is ended by hand by whoever put it there or a manager, and by nobody else', async () => {
    const id = await claimed();
    await hold('reviewer', id);
    expect(await sharing.act('reviewer2', id, 'unhold')).toMatchObject({
      status: 403,
      body: { code: 'approval.not_your_hold' },
    });
    expect((await sharing.act('artist', id, 'unhold')).status).toBe(403);
    expect(await sharing.act('manager', id, 'unhold')).toMatchObject({ status: 200, body: { hold: null } });
    expect(await sharing.act('reviewer', id, 'unhold')).toMatchObject({
      status: 409,
      body: { code: 'approval.not_on_hold' },
    });
    await sharing.act('reviewer', id, 'claim');
    await hold('reviewer', id);
    expect((await sharing.act('reviewer', id, 'unhold')).status).toBe(200);
    expect(await acts(id)).toEqual(['approval.hold', 'approval.unhold', 'approval.hold', 'approval.unhold']);
  });

  it('ends with the deadline at the latest, says which, and does not change what the deadline does', async () => {
    const id = await claimed();
    const { dueAt } = await sharing.get('reviewer', id);
    for (const until of [inHours(-1), inHours(48)])
      expect(await hold('reviewer', id, { until })).toMatchObject({
        status: 422,
        body: { code: 'approval.hold_outside', latest: dueAt },
      });
    expect((await hold('reviewer', id, { until: dueAt })).status).toBe(200);
    await sharing.sql(`UPDATE approval_submissions SET due_at = now() - interval '1 s' WHERE id = $1`, [id]);
    await sharing.atelier.app.get(ClocksService).sweep();
    expect(await sharing.get('artist', id)).toMatchObject({ state: 'published', hold: null });
    open.pop();
  });

  it('is for what one has claimed: not for another’s claim, one’s own work, or with a reason outside of the list', async () => {
    const { id } = (await sharing.submit()).body;
    open.push(id);
    expect(await hold('reviewer', id)).toMatchObject({ status: 409, body: { code: 'approval.not_claimed' } });
    await sharing.act('reviewer2', id, 'claim');
    expect(await hold('reviewer', id)).toMatchObject({
      status: 409,
      body: { code: 'approval.claimed_by_other' },
    });
    expect((await hold('reviewer2', id, { reason: 'taste' })).status).toBe(422);
    expect((await hold('reviewer2', id, { until: 'soon' })).status).toBe(422);
    expect((await hold('artist', id)).status).toBe(403);
    await expect(
      sharing.sql(
        `UPDATE approval_submissions SET state = 'submitted', held_by = person_id, held_until = now(), held_reason = 'facts'
         WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('approval_hold_is_not_the_author');
  });
});
