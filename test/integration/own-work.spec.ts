import { applicationWorkflow as enrollmentApplication } from '../../src/modules/enrollment/domain/application.workflow';
import { enrollmentWorkflow } from '../../src/modules/enrollment/domain/enrollment.workflow';
import { feedbackWorkflow } from '../../src/modules/feedback/domain/feedback.workflow';
import { applicationWorkflow as grantApplication } from '../../src/modules/grants/domain/application.workflow';
import { buildWorld, type World } from '../support/routes/world';

let world: World;

beforeAll(async () => {
  world = await buildWorld('own_work');
}, 90_000);
afterAll(() => world?.stop());

/** A step written past every service, as the owner of the tables. */
const step = (table: string, id: string, verb: string, actor: string): Promise<unknown> =>
  world.owner.query(
    `INSERT INTO ${table}_history (subject_id, verb, from_state, to_state, actor_id) VALUES ($1, $2, 'a', 'b', $3)`,
    [id, verb, actor],
  );

const CASES = [
  ['enrollment_applications', 'application', ['startReview', 'invite', 'waitlist', 'decline'], ['withdraw']],
  ['enrollment_enrollments', 'enrollment', ['suspend', 'reinstate'], ['pause', 'leave']],
  ['feedback_items', 'feedback', ['triage', 'accept', 'decline', 'markDuplicate', 'ship'], ['answerInfo']],
  ['grants_applications', 'callApplication', ['award', 'reserve', 'decline'], ['submit', 'withdraw']],
] as const;

const FLOWS = {
  enrollment_applications: enrollmentApplication,
  enrollment_enrollments: enrollmentWorkflow,
  feedback_items: feedbackWorkflow,
  grants_applications: grantApplication,
} as const;

describe('separation of duties in the database', () => {
  test.each(Object.entries(FLOWS))(
    '%s: the database lets its owner take what the workflow gives to artists, no more',
    async (table, flow) => {
      const { rows } = await world.owner.query<{ def: string }>(
        `SELECT pg_get_triggerdef(oid) AS def FROM pg_trigger WHERE tgname = $1`,
        [`${table}_own_step`],
      );
      const verbs = /refuse_own_step\('\w+', '([\w,]*)'\)/.exec(rows[0]?.def ?? '')?.[1]?.split(',') ?? [];
      const own = Object.entries(flow.moves).filter(([, move]) =>
        (move.by as readonly string[]).includes('artist'),
      );
      expect(verbs.toSorted()).toEqual(own.map(([verb]) => verb).toSorted());
    },
  );

  test.each(CASES)('%s: nobody decides about their own %s', async (table, what, closed, open) => {
    for (const verb of closed) {
      await expect(step(table, world[what], verb, world.person)).rejects.toMatchObject({
        code: '23514',
        constraint: 'nobody_decides_about_their_own',
      });
      await step(table, world[what], verb, world.atelier.people.manager.id);
    }
    for (const verb of open) await step(table, world[what], verb, world.person);
  });

  test('refuses credits that somebody gives themselves', async () => {
    const give = (id: string, actor: string) =>
      world.owner.query(
        `INSERT INTO quota_top_ups (id, enrollment_id, credits, reason, actor_id) VALUES ($1, $2, 5, 'a test', $3)`,
        [id, world.enrollment, actor],
      );
    await expect(give('top_own', world.person)).rejects.toMatchObject({
      code: '23514',
      constraint: 'nobody_decides_about_their_own',
    });
    await give('top_other', world.atelier.people.manager.id);
    await expect(
      world.owner.query(`UPDATE quota_top_ups SET actor_id = $1 WHERE id = 'top_other'`, [world.person]),
    ).rejects.toMatchObject({ code: '23514' });
    await world.owner.query(`DELETE FROM quota_top_ups WHERE id = 'top_other'`);
  });

  test.each([
    [
      'a claim on one’s own submission',
      `UPDATE approval_submissions SET claimed_by = person_id WHERE id = $1`,
      'submission',
    ],
    [
      'an appeal heard by who decided',
      `UPDATE approval_appeals SET hearer_id = decided_by WHERE id = $1`,
      'appeal',
    ],
    [
      'an appeal heard by its author',
      `UPDATE approval_appeals SET hearer_id = appellant_id WHERE id = $1`,
      'appeal',
    ],
    [
      'an approval by who drafted',
      `UPDATE payouts_batches SET approved_by = drafted_by WHERE id = $1`,
      'payoutBatch',
    ],
    [
      'a second approval by the first approver',
      `UPDATE payouts_batches SET second_approved_by = approved_by WHERE id = $1`,
      'payoutBatch',
    ],
  ] as const)('refuses %s', async (_what, sql, id) => {
    await expect(world.owner.query(sql, [world[id]])).rejects.toMatchObject({ code: '23514' });
  });

  test('refuses an approval by somebody whom the batch pays', async () => {
    const sql = `UPDATE payouts_batches SET second_approved_by = $2 WHERE id = $1`;
    await expect(world.owner.query(sql, [world.payoutBatch, world.person])).rejects.toMatchObject({
      code: '23514',
    });
  });

  test('refuses to change what a payout pays, and to whom', async () => {
    for (const change of [`amount = amount + 1`, `person_id = '${world.atelier.people.artist.id}'`])
      await expect(
        world.owner.query(`UPDATE payouts_payouts SET ${change} WHERE id = $1`, [world.payout]),
      ).rejects.toMatchObject({ code: '23514' });
  });
});
