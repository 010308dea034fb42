import { contentHash } from './canonical';
import { quotaPlanContent, quotaPlanFault } from './quota-plan';
import { quotaPlanOf, type Contents } from './versions';

const plan: Contents['quota_plan'] = { credits: 500, window: 'week', concurrency: 2, queued: 20, weight: 1 };

const stored = (content: object) =>
  quotaPlanOf({
    id: 'quo_1',
    programId: 'prg_1',
    version: 1,
    hash: '',
    publishedAt: new Date(0),
    effectiveAt: new Date(0),
    isMaterial: true,
    content,
  });

describe('a quota plan', () => {
  test('that says the defaults is the plan that says nothing', () => {
    const spelled = {
      ...plan,
      expiresWithWindow: false,
      rolloverPercent: 0,
      pooledCredits: 0,
      goodwill: { perShot: 2, perWeek: 5 },
    };
    expect(quotaPlanContent(spelled)).toEqual(plan);
    expect(contentHash(quotaPlanContent(spelled))).toBe(contentHash(plan));
  });

  test('that says null of what is optional says nothing', () => {
    const nothing = {
      ...plan,
      expiresWithWindow: null,
      rolloverPercent: null,
      rolloverCap: null,
      pooledCredits: null,
      goodwill: null,
      programConcurrency: null,
    };
    expect(quotaPlanContent(nothing)).toEqual(plan);
    expect(quotaPlanFault(nothing)).toBeNull();
  });

  test('that was published before there was a choice reads with the defaults', () => {
    expect(stored(plan)).toMatchObject({
      credits: 500n,
      expiresWithWindow: false,
      rolloverPercent: 0,
      rolloverCap: null,
      pooledCredits: 0n,
      goodwill: { perShot: 2, perWeek: 5 },
      programConcurrency: null,
    });
  });

  test('keeps what it says', () => {
    const said = {
      ...plan,
      expiresWithWindow: true,
      rolloverPercent: 50,
      programConcurrency: 12,
      rolloverCap: 0,
      pooledCredits: 9,
      goodwill: { perShot: 0, perWeek: 0 },
    };
    expect(quotaPlanContent(said)).toEqual(said);
    expect(stored(said)).toMatchObject({ rolloverCap: 0n, pooledCredits: 9n, goodwill: { perWeek: 0 } });
  });

  test('promises a rollover only of what expires', () => {
    expect(quotaPlanFault({ ...plan, rolloverPercent: 10 })?.code).toBe('rollover_without_expiry');
    expect(quotaPlanFault({ ...plan, rolloverCap: 0, expiresWithWindow: false })?.code).toBe(
      'rollover_without_expiry',
    );
    expect(quotaPlanFault({ ...plan, rolloverPercent: 10, expiresWithWindow: true })).toBeNull();
    expect(quotaPlanFault(plan)).toBeNull();
  });

  test('says how much a programme may have under way, and not for a cohort', () => {
    expect(quotaPlanFault({ ...plan, programConcurrency: 4 })).toBeNull();
    expect(quotaPlanFault({ ...plan, programConcurrency: 4, cohortId: 'coh_1' })?.code).toBe(
      'cap_of_programme',
    );
    expect(quotaPlanFault({ ...plan, programConcurrency: null, cohortId: 'coh_1' })).toBeNull();
  });
});
