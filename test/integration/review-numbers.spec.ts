import type {
  ClockNumbersView,
  OpinionParityView,
} from '../../src/modules/approval/numbers/clock-numbers.dto';
import { newId } from '../../src/kernel/id';
import { createProgram } from '../support/clips';
import { Sharing } from '../support/sharing';

/** Hours after Monday, 9 o'clock UTC, of a week that is long over and within the ninety days. */
const MONDAY = ((): Date => {
  const at = new Date();
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7) - 14);
  at.setUTCHours(9, 0, 0, 0);
  return at;
})();
const after = (hours: number, from = MONDAY): Date => new Date(from.getTime() + hours * 3_600_000);
const HOUR = 3_600;

interface Made {
  readonly cohort: string | null;
  readonly person: string;
  readonly look?: number;
  readonly verdict?: number;
  readonly paused?: number;
  readonly isLate?: boolean;
  readonly submitted?: Date;
}

describe('published figures of review against what was worked out by hand', () => {
  let sharing: Sharing;
  let programId: string;

  beforeAll(async () => {
    sharing = await Sharing.start('review_numbers');
    programId = await createProgram(sharing.atelier, []);
  }, 60_000);
  afterAll(() => sharing?.stop());

  /** Rows as they would be: keys to other tables and triggers are off for them. */
  const insert = async (text: string, values: unknown[]): Promise<void> => {
    await sharing.sql('SET session_replication_role = replica');
    await sharing.sql(text, values);
    await sharing.sql('SET session_replication_role = DEFAULT');
  };
  async function submission(made: Made): Promise<string> {
    const { cohort, person, look, verdict, paused = 0, isLate = false, submitted = MONDAY } = made;
    const id = newId('sub');
    const decidedAt = verdict === undefined ? null : after(verdict, submitted);
    await insert(
      `INSERT INTO approval_submissions (id, generation_id, person_id, program_id, cohort_id, state, title, description, rights,
         labels, audience, terms_version, clause_ids, clip_seconds, risk, risk_because, submitted_at, due_at, late_at,
         first_claimed_at, first_decided_at, decided_at, paused_seconds)
       VALUES ($1, $1, $2, $3, $4, $5, 'Tide', '', '{}', '{}', 'wide', 1, '{}', 10, 'low', '{}', $6, $7, $8, $9, $10, $10, $11)`,
      [
        id,
        person,
        programId,
        cohort,
        decidedAt === null ? 'submitted' : 'published',
        submitted,
        after(24, submitted),
        isLate ? after(24, submitted) : null,
        look === undefined ? null : after(look, submitted),
        decidedAt,
        paused,
      ],
    );
    return id;
  }
  const decide = (submissionId: string, authorId: string, outcome: string, at: Date) =>
    insert(
      `INSERT INTO approval_decisions (id, submission_id, author_id, reviewer_id, reviewer_role, outcome, statement, at)
       VALUES ($1, $2, $3, 'rev_1', 'reviewer', $4, $5, $6)`,
      [
        newId('dec'),
        submissionId,
        authorId,
        outcome,
        outcome === 'declined'
          ? {
              ground: 'safety',
              clauseId: 'RU-3',
              termsVersion: 1,
              facts: 'x'.repeat(20),
              remedy: 'Cut it.',
              appealUntil: after(24 * 200).toISOString(),
            }
          : null,
        at,
      ],
    );
  const appeal = (submissionId: string, person: string, state: string, closedAt = after(24 * 7)) =>
    insert(
      `INSERT INTO approval_appeals (id, submission_id, decision_id, program_id, decided_by, appellant_id, state, grounds,
         hearer_id, reasons, closed_at)
       VALUES ($1, $2, $1, $3, 'rev_1', $4, $5, 'Wrong', 'rev_2', 'Looked at anew, with care.', $6)`,
      [newId('apl'), submissionId, programId, person, state, closedAt],
    );
  const read = async <T>(what: string): Promise<T> =>
    (
      await sharing.atelier.request<T>('GET', `/api/v1/approval-numbers/${what}?programId=${programId}`, {
        as: 'manager',
      })
    ).body;

  it('tells hours by the wall and of office time, the share in target over ninety days, and the oldest open one', async () => {
    // Cohort a: eight by five artists; looked at after 1 to 8 hours, decided after 2 to 16, two of them late.
    for (let n = 1; n <= 8; n += 1) {
      const paused = n === 8 ? 2 * HOUR : 0;
      await submission({
        cohort: 'coh_a',
        person: `per_a${n % 5}`,
        look: n,
        verdict: 2 * n,
        paused,
        isLate: n > 6,
      });
    }
    // Cohort b: four artists are too few to be told of. Cohort c, the smaller of the others, goes with it.
    for (let n = 1; n <= 4; n += 1)
      await submission({ cohort: 'coh_b', person: `per_b${n}`, look: 1, verdict: 2, isLate: n > 2 });
    for (let n = 1; n <= 6; n += 1)
      await submission({ cohort: 'coh_c', person: `per_c${n % 5}`, look: 1, verdict: 2, isLate: n > 3 });
    // Neither is counted: decided before the ninety days, and not decided.
    const old = new Date(Date.now() - 92 * 24 * HOUR * 1000);
    await submission({
      cohort: 'coh_a',
      person: 'per_a1',
      look: 1,
      verdict: 2,
      isLate: true,
      submitted: old,
    });
    for (const hours of [5, 30.04])
      await submission({ cohort: 'coh_a', person: 'per_a1', submitted: after(-hours, new Date()) });

    const { days, oldestOpenHours, all, cohorts } = await read<ClockNumbersView>('clocks');
    expect({ days, oldestOpenHours }).toEqual({ days: 90, oldestOpenHours: 30 });
    // 6 of 8, 2 of 4, 3 of 6: 11 of 18
    expect(all).toMatchObject({ decided: 18, inTarget: 0.611, grade: 'amber' });
    const told = new Map(cohorts.map(({ cohortId, numbers }) => [cohortId, numbers]));
    expect([told.get('coh_b'), told.get('coh_c')]).toEqual([null, null]);
    expect(told.get('coh_a')).toMatchObject({
      decided: 8,
      inTarget: 0.75,
      grade: 'green',
      // of 1 … 8 the middle is 4.5, and the ninth decile lies 0.3 of the way from the 7th to the 8th
      firstLook: { median: 4.5, p90: 7.3, officeMedian: 4.5, officeP90: 7.3 },
      // 2, 4, 6, 8, 10, 12, 14, 16 − 2 of the pause; the office closes after eight hours
      decision: { median: 9, p90: 14, officeMedian: 8, officeP90: 8 },
    });
  });

  it('tells how many appeals succeeded, by cohort, with the interval', async () => {
    const of = async (cohort: string) =>
      (await sharing.sql(
        `SELECT id, person_id AS person FROM approval_submissions
         WHERE cohort_id = $1 AND first_decided_at > now() - interval '90 days' ORDER BY id`,
        [cohort],
      )) as { id: string; person: string }[];
    const outcomes = [
      'overturned',
      'overturned',
      'partly_overturned',
      ...Array.from({ length: 5 }, () => 'upheld'),
    ];
    for (const [n, { id, person }] of (await of('coh_a')).entries())
      await appeal(id, person, outcomes[n] ?? '');
    for (const [n, { id, person }] of (await of('coh_b')).entries())
      await appeal(id, person, n === 0 ? 'overturned' : 'upheld');
    // not counted: taken back, and answered before the ninety days
    const [first] = await of('coh_a');
    await appeal(first?.id ?? '', first?.person ?? '', 'withdrawn');
    await appeal(
      first?.id ?? '',
      first?.person ?? '',
      'overturned',
      new Date(Date.now() - 91 * 24 * HOUR * 1000),
    );
    const { all, cohorts } = await read<ClockNumbersView>('clocks');
    // Wilson by hand, z = 1.96: 3 of 8 is 0.375 (0.137 to 0.694), 4 of 12 is 0.333 (0.138 to 0.609)
    const a = cohorts.find(({ cohortId }) => cohortId === 'coh_a')?.numbers?.overturned;
    expect(a?.value).toBe(0.375);
    expect([a?.low, a?.high].map((edge) => edge?.toFixed(3))).toEqual(['0.137', '0.694']);
    expect(all?.overturned?.value).toBeCloseTo(1 / 3, 10);
    expect([all?.overturned?.low, all?.overturned?.high].map((edge) => edge?.toFixed(3))).toEqual([
      '0.138',
      '0.609',
    ]);
  });

  it('tells how critical works fare against favourable ones, with the interval of the difference', async () => {
    const labelled = async (stance: string, approved: number, whole: number): Promise<void> => {
      for (let n = 0; n < whole; n += 1) {
        const person = `per_${stance}${n % 5}`;
        const id = await submission({ cohort: null, person, look: 1, verdict: 4 });
        await insert('INSERT INTO approval_stances (submission_id, stance) VALUES ($1, $2)', [id, stance]);
        await decide(id, person, n < approved ? 'approved' : 'declined', after(4));
        // the second decision about it is not the first
        await decide(id, person, n < approved ? 'declined' : 'approved', after(40));
      }
    };
    await labelled('critical', 7, 10);
    await labelled('favourable', 9, 10);
    await labelled('neutral', 6, 6);
    const { cells, difference, verdict } = await read<OpinionParityView>('parity');
    const told = cells.map(({ stance, decided, approved, medianHours }) => [
      stance,
      decided,
      approved?.value,
      approved?.low.toFixed(3),
      approved?.high.toFixed(3),
      medianHours,
    ]);
    // Wilson by hand: 7 of 10 (0.397 to 0.892), 9 of 10 (0.596 to 0.982), 6 of 6 (0.610 to 1)
    expect(told).toEqual([
      ['critical', 10, 0.7, '0.397', '0.892', 4],
      ['neutral', 6, 1, '0.610', '1.000', 4],
      ['favourable', 10, 0.9, '0.596', '0.982', 4],
    ]);
    // Newcombe by hand: −0.2 − √(0.3032² + 0.0821²) and −0.2 + √(0.1922² + 0.3042²)
    expect(difference?.value).toBeCloseTo(-0.2, 10);
    expect([difference?.low, difference?.high].map((edge) => edge?.toFixed(3))).toEqual(['-0.514', '0.160']);
    expect(verdict).toBe('even');
  });
});
