import * as fc from 'fast-check';
import { markerFaults } from './markers';

const note = 'the hand melts';

const region = (x: number, y: number, w: number, h: number) => ({ at: 1, note, region: { x, y, w, h } });

const named = (markers: Parameters<typeof markerFaults>[0], seconds = 10): string[] =>
  markerFaults(markers, seconds).map(
    ({ marker, member, isOutside }) => `${marker}.${member}${isOutside ? ' outside' : ''}`,
  );

describe('timeline markers', () => {
  test('a point or range within the clip is good, its very end included', () => {
    const markers = [
      { at: 0, note },
      { at: 10, note },
      { at: 2.5, until: 10, note },
    ];
    expect(named(markers)).toEqual([]);
  });

  test('beyond the clip is named by position and member', () => {
    const markers = [
      { at: 1, note },
      { at: 10.01, note },
      { at: 9, until: 12, note },
      { at: -1, note },
    ];
    expect(named(markers)).toEqual(['1.at outside', '2.until outside', '3.at outside']);
    expect(markerFaults(markers, 10)[0]?.needs).toBe('must lie within the clip, which is 10 s long');
  });

  test('a range runs forward', () => {
    const markers = [
      { at: 3, until: 3, note },
      { at: 3, until: 2, note },
    ];
    expect(named(markers)).toEqual(['0.until', '1.until']);
  });

  test('a region lies within the picture and has a size', () => {
    expect(named([region(0, 0, 1, 1), region(0.7, 0.1, 0.3, 0.2)])).toEqual([]);
    expect(named([region(0.8, 0, 0.3, 0.1), region(0, 0.5, 0.1, 0.6), region(0, 0, 0, 0.1)])).toEqual([
      '0.region',
      '1.region',
      '2.region',
    ]);
  });

  test('whatever the clip, a marker is outside exactly when one of its ends is', () => {
    const time = fc.double({ min: 0, max: 120, noNaN: true });
    const property = fc.property(fc.integer({ min: 1, max: 60 }), time, time, (seconds, at, until) => {
      const isOutside = at > seconds || until > seconds;
      expect(markerFaults([{ at, until, note }], seconds).some((fault) => fault.isOutside)).toBe(isOutside);
    });
    fc.assert(property);
  });
});
