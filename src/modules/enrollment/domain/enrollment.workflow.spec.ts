import { available, decide } from '../../../kernel/workflow';
import { enrollmentWorkflow, leavesAt, moveOf, type EnrollmentFacts } from './enrollment.workflow';

const artist = { roles: ['artist'] } as const;
const manager = { roles: ['manager'] } as const;
const both = { roles: ['artist', 'manager'] } as const;
const fine: EnrollmentFacts = { isOwn: false, isCurrent: true, hasStatement: true, leftFrom: null };
const own: EnrollmentFacts = { ...fine, isOwn: true };

describe('the enrollment workflow', () => {
  test('becomes active only by consent to the terms in force', () => {
    expect(decide(enrollmentWorkflow, 'terms_pending', 'consent', artist, own)).toEqual({
      kind: 'move',
      to: 'active',
    });
    expect(
      decide(enrollmentWorkflow, 'terms_pending', 'consent', artist, { ...own, isCurrent: false }),
    ).toEqual({
      kind: 'refused',
      code: 'terms_outdated',
    });
    expect(decide(enrollmentWorkflow, 'terms_pending', 'resume', artist, own)).toEqual({
      kind: 'refused',
      code: 'wrong_state',
    });
  });

  test('a second consent is success without a second move', () => {
    expect(decide(enrollmentWorkflow, 'active', 'consent', artist, own)).toEqual({ kind: 'already' });
  });

  test('nobody consents for somebody else', () => {
    expect(decide(enrollmentWorkflow, 'terms_pending', 'consent', both, fine)).toEqual({
      kind: 'refused',
      code: 'not_allowed',
    });
  });

  test('a suspension needs its statement, and another manager', () => {
    expect(
      decide(enrollmentWorkflow, 'active', 'suspend', manager, { ...fine, hasStatement: false }),
    ).toEqual({
      kind: 'refused',
      code: 'statement_missing',
    });
    expect(decide(enrollmentWorkflow, 'active', 'suspend', both, own)).toEqual({
      kind: 'refused',
      code: 'own_enrollment',
    });
  });

  test('an artist may leave from everywhere before the end, and nobody else makes them', () => {
    for (const state of ['terms_pending', 'active', 'paused', 'suspended'] as const) {
      expect(available(enrollmentWorkflow, state, artist, own)).toContain('leave');
      expect(available(enrollmentWorkflow, state, manager, fine)).not.toContain('leave');
    }
  });

  test('a suspended artist cannot resume by themselves', () => {
    expect(available(enrollmentWorkflow, 'suspended', artist, own)).toEqual(['leave']);
  });

  test('only time ends the offboarding', () => {
    expect(available(enrollmentWorkflow, 'offboarding', both, own)).toEqual([]);
    expect(available(enrollmentWorkflow, 'offboarding', { roles: ['system'] }, fine)).toEqual(['finish']);
  });
});

describe('staying after all', () => {
  const facts = { isOwn: true, isCurrent: false, hasStatement: false };

  it.each(['active', 'paused', 'terms_pending'] as const)('leads back to %s', (leftFrom) => {
    const move = moveOf('stay', leftFrom);
    expect(decide(enrollmentWorkflow, 'offboarding', move, artist, { ...facts, leftFrom })).toMatchObject({
      kind: 'move',
      to: leftFrom,
    });
  });

  it('is no way around a suspension, and ends with its day', () => {
    for (const leftFrom of ['suspended', null] as const)
      expect(
        decide(enrollmentWorkflow, 'offboarding', moveOf('stay', leftFrom), artist, { ...facts, leftFrom }),
      ).toMatchObject({ kind: 'refused', code: 'left_for_good' });
    const now = new Date();
    expect(leavesAt('suspended', now)).toEqual(now);
  });
});
