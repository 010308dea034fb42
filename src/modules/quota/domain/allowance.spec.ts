import { allowanceFault } from './allowance';

const allowance = { perShot: 2, perWeek: 5 };

describe('the allowance for goodwill', () => {
  test('ends with the plan’s number for one shot, and for one week', () => {
    expect(allowanceFault('unusable', { shot: 1, week: 4 }, allowance)).toBeNull();
    expect(allowanceFault('unusable', { shot: 2, week: 2 }, allowance)?.code).toBe('shot_allowance_used');
    expect(allowanceFault('unusable', { shot: 0, week: 5 }, allowance)).toMatchObject({
      code: 'week_allowance_used',
      details: { used: 5, allowance: 5 },
    });
  });

  test('of nothing gives nothing', () => {
    expect(allowanceFault('unusable', { shot: 0, week: 0 }, { perShot: 0, perWeek: 0 })?.code).toBe(
      'week_allowance_used',
    );
  });

  test('bounds missed predictions by the week alone', () => {
    expect(allowanceFault('eta_missed', { shot: 9, week: 4 }, allowance)).toBeNull();
    expect(allowanceFault('eta_missed', { shot: 0, week: 5 }, allowance)?.code).toBe('week_allowance_used');
  });
});
