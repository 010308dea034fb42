import { nearestOf, oneOf, within } from './limits';

describe('a value out of bounds', () => {
  test('is answered with the limit and the nearest allowed value', () => {
    const says = within(1, 60, 'whole seconds');
    expect(says({ value: 90 })).toBe('must be whole seconds from 1 to 60; nearest allowed: 60');
    expect(says({ value: 0.4 })).toContain('nearest allowed: 1');
    expect(says({ value: 7.6 })).toContain('nearest allowed: 8');
    expect(says({ value: 'ten' })).toContain('nearest allowed: 1');
    expect(nearestOf([24, 25, 30])({ value: 60 })).toBe('must be one of 24, 25, 30; nearest allowed: 30');
    expect(oneOf(['a', 'b'])).toBe('must be one of a, b');
  });
});
