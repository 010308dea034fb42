import { nearestOf, oneOf, oneShape, oneSize, within } from './limits';

describe('a value out of bounds', () => {
  test('is answered with the limit and the nearest allowed value', () => {
    const says = within(1, 60, 'whole seconds');
    expect(says({ value: 90 })).toBe('must be whole seconds from 1 to 60; nearest allowed: 60');
    expect(says({ value: 0.4 })).toContain('nearest allowed: 1');
    expect(says({ value: 7.6 })).toContain('nearest allowed: 8');
    expect(says({ value: 'ten' })).toContain('nearest allowed: 1');
    expect(nearestOf([24, 25, 30])({ value: 60 })).toBe('must be one of 24, 25, 30; nearest allowed: 30');
    expect(says({ value: Number.NaN })).toContain('nearest allowed: 1');
    expect(says({ value: Infinity })).toContain('nearest allowed: 60');
    expect(nearestOf([24, 25, 30])({ value: Infinity })).toContain('nearest allowed: 30');
    expect(nearestOf([24, 25, 30])({ value: '30' })).toContain('nearest allowed: 24');
    expect(oneOf(['anime', 'noir'])({ value: 'Noire' })).toBe(
      'must be one of anime, noir; nearest allowed: noir',
    );
    expect(oneOf(['anime', 'noir'])({ value: null })).toContain('nearest allowed: anime');
  });

  test.each([
    ['8k', '1080p'],
    ['2160p', '1080p'],
    ['0p', '360p'],
    ['640p', '720p'],
    ['HD', '360p'],
  ])('a size is compared by its lines: %s is closest to %s', (value, nearest) => {
    const list = ['360p', '480p', '720p', '1080p'];
    expect(oneSize(list)({ value })).toBe(`must be one of ${list.join(', ')}; nearest allowed: ${nearest}`);
  });

  test.each([
    ['21:9', '2.39:1'],
    ['4:5', '1:1'],
    ['9 : 16', '9:16'],
    ['square', '16:9'],
  ])('a shape by its width against its height: %s is closest to %s', (value, nearest) => {
    expect(oneShape(['16:9', '9:16', '1:1', '2.39:1'])({ value })).toContain(`nearest allowed: ${nearest}`);
  });
});
