import * as fc from 'fast-check';
import { markerFaults } from './markers';

const note = 'the hand melts';

const region = (x: number, y: number, w: number, h: number) => ({ at: 1, note, region: { x, y, w, h } });

describe('timeline markers', () => {
  test('a point or range within the clip is good, its very end included', () => {
    const markers = [
      { at: 0, note },
      { at: 10, note },
      { at: 2.5, until: 10, note },
    ];
    expect(markerFaults(markers, 10)).toEqual({ outside: [], malformed: [] });
  });

  test('beyond the clip is named by position', () => {
    const markers = [
      { at: 1, note },
      { at: 10.01, note },
      { at: 9, until: 12, note },
      { at: -1, note },
    ];
    expect(markerFaults(markers, 10)).toEqual({ outside: [1, 2, 3], malformed: [] });
  });

  test('a range runs forward', () => {
    expect(
      markerFaults(
        [
          { at: 3, until: 3, note },
          { at: 3, until: 2, note },
        ],
        10,
      ).malformed,
    ).toEqual([0, 1]);
  });

  test('a region lies within the picture and has a size', () => {
    expect(markerFaults([region(0, 0, 1, 1), region(0.7, 0.1, 0.3, 0.2)], 10).malformed).toEqual([]);
    expect(
      markerFaults([region(0.8, 0, 0.3, 0.1), region(0, 0.5, 0.1, 0.6), region(0, 0, 0, 0.1)], 10).malformed,
    ).toEqual([0, 1, 2]);
  });

  test('whatever the clip, a marker is outside exactly when one of its ends is', () => {
    const time = fc.double({ min: 0, max: 120, noNaN: true });
    const property = fc.property(fc.integer({ min: 1, max: 60 }), time, time, (seconds, at, until) => {
      const isOutside = at > seconds || until > seconds;
      expect(markerFaults([{ at, until, note }], seconds).outside).toEqual(isOutside ? [0] : []);
    });
    fc.assert(property);
  });
});
