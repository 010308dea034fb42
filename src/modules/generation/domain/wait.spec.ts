import type { FairQueue, Flow } from './fair-order';
import { forecast } from './wait';

function queueOf(work: Record<string, number[]>, limit = Infinity): FairQueue {
  let seq = 0;
  const flows = Object.entries(work).map(([id, costs]): [string, Flow] => [
    id,
    {
      id,
      weight: 1,
      limit,
      inflight: 0,
      lastFinish: 0,
      waiting: costs.map((cost, index) => ({
        id: `${id}${index + 1}`,
        seq: (seq += 1),
        cost,
        arrival: 0,
        paidTag: null,
      })),
    },
  ]);
  return { virtualTime: 0, flows: new Map(flows) };
}

describe('waiting', () => {
  test('behind one running clip, the next in line starts when that one ends', () => {
    const queue = queueOf({ a: [60] });
    expect(
      forecast(queue, [{ flowId: 'b', remainingSeconds: 25 }], { jobId: 'a1', slots: 1, pace: 1 }),
    ).toEqual({
      position: 1,
      aheadOwn: 0,
      aheadOthers: 0,
      startsInSeconds: 25,
    });
  });

  test('a flood of another artist counts only with its fair turns', () => {
    const queue = queueOf({ flood: Array<number>(100).fill(60), small: [60, 60] });
    const second = forecast(queue, [], { jobId: 'small2', slots: 1, pace: 1 });
    expect(second).toMatchObject({ position: 4, aheadOwn: 1, aheadOthers: 2, startsInSeconds: 180 });
  });

  test('more places mean an earlier start, a slower pace a later one', () => {
    const queue = queueOf({ a: [60, 60, 60, 60] });
    const start = (slots: number, pace: number) =>
      forecast(queue, [], { jobId: 'a4', slots, pace })?.startsInSeconds;
    expect([start(1, 1), start(2, 1), start(4, 1), start(1, 2)]).toEqual([180, 60, 0, 360]);
  });

  test('one’s own cap delays even when places are free', () => {
    const queue = queueOf({ a: [60, 60] }, 1);
    expect(forecast(queue, [], { jobId: 'a2', slots: 4, pace: 1 })?.startsInSeconds).toBe(60);
  });

  test('without a worker there is no forecast', () => {
    expect(forecast(queueOf({ a: [60] }), [], { jobId: 'a1', slots: 0, pace: 1 })).toBeNull();
  });
});
