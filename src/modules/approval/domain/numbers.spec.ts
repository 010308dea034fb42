import { approvalNumbers } from './numbers';

describe('numbers of approval', () => {
  test('an empty programme has no rate and no median instead of a zero', () => {
    const none = approvalNumbers({
      outcomes: [],
      grounds: [],
      appeals: [],
      queue: { open: 0, late: 0 },
      medianHours: null,
    });
    expect(none).toMatchObject({ approved: 0, medianHours: null, overturnRate: null, safetyRefusals: 0 });
    expect(Object.keys(none.refusalsByGround)).toHaveLength(5);
  });

  test('safety is counted apart from all other refusals, and the clock apart from people', () => {
    const numbers = approvalNumbers({
      outcomes: [
        { outcome: 'approved', isByClock: false, count: 7 },
        { outcome: 'approved', isByClock: true, count: 2 },
        { outcome: 'declined', isByClock: false, count: 4 },
      ],
      grounds: [
        { ground: 'safety', count: 3 },
        { ground: 'rights', count: 1 },
      ],
      appeals: [
        { state: 'filed', count: 1 },
        { state: 'upheld', count: 2 },
        { state: 'overturned', count: 1 },
        { state: 'partly_overturned', count: 1 },
      ],
      queue: { open: 5, late: 1 },
      medianHours: 5.67891,
    });
    expect(numbers).toMatchObject({
      approved: 9,
      approvedByClock: 2,
      declined: 4,
      safetyRefusals: 3,
      otherRefusals: 1,
      appeals: 5,
      appealsDecided: 4,
      overturnRate: 0.5,
      medianHours: 5.68,
      open: 5,
      late: 1,
    });
  });
});
