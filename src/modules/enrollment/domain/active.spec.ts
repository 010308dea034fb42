import type { EnrollmentState } from '../contract';
import { chooseActive, type Standing } from './active';

const standing = (id: string, state: EnrollmentState, programId = `prg_${id}`): Standing => ({
  id,
  personId: 'per_1',
  programId,
  state,
  cohortId: null,
  suspendedUntil: state === 'suspended' ? new Date('2027-01-01T00:00:00Z') : null,
});

describe('the enrollment a person may generate in', () => {
  test('is the only active one, whatever else there was', () => {
    const all = [standing('a', 'alumni'), standing('b', 'active'), standing('c', 'terms_pending')];
    expect(chooseActive(all, undefined).id).toBe('b');
  });

  test('is the one of the programme that was named', () => {
    const all = [standing('a', 'active'), standing('b', 'active')];
    expect(chooseActive(all, 'prg_b').id).toBe('b');
  });

  test('must be named when there are two', () => {
    const all = [standing('a', 'active'), standing('b', 'active')];
    expect(() => chooseActive(all, undefined)).toThrow(
      expect.objectContaining({ code: 'programme_needed', details: { programs: ['prg_a', 'prg_b'] } }),
    );
  });

  test.each([
    ['terms_pending', 'terms_pending', { enrollmentId: 'a' }],
    ['paused', 'enrollment_paused', { enrollmentId: 'a' }],
    ['suspended', 'enrollment_suspended', { enrollmentId: 'a', until: '2027-01-01T00:00:00.000Z' }],
    ['offboarding', 'not_enrolled', {}],
    ['alumni', 'not_enrolled', {}],
  ] as const)('%s is refused with %s and what helps', (state, code, details) => {
    expect(() => chooseActive([standing('a', state)], undefined)).toThrow(
      expect.objectContaining({ code, kind: 'forbidden', details }),
    );
  });

  test('somebody who never applied is not enrolled', () => {
    expect(() => chooseActive([], undefined)).toThrow(expect.objectContaining({ code: 'not_enrolled' }));
  });
});
