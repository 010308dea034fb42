import { MINUTE } from '../../../kernel/clock';
import type { Settings } from '../../../platform/config/settings';
import { BREATHER, PacePolicy, REFUSALS, type Paced } from './pace.policy';

const key: Paced = { id: 'key_1', state: 'active', boundTo: null, callsPerMinute: null };
const start = 1_000_000;
const paceOf = (keyCallsPerMinute = 60) => new PacePolicy({ keyCallsPerMinute } as Settings);

/** Spending calls that are taken one after the other and all refused by what they ask for. */
function refuseTimes(pace: PacePolicy, times: number, now: number): void {
  for (let call = 0; call < times; call += 1) {
    expect(pace.take(key, true, now)).toBeNull();
    pace.refuse(key.id, now);
  }
}

describe('the pace of a key', () => {
  it('takes as many spending calls a minute as it may, then says how long to wait', () => {
    const pace = paceOf(2);
    expect([0, 0, 0].map(() => pace.take(key, true, start))).toEqual([null, null, 60]);
    expect(pace.take(key, true, start + MINUTE)).toBeNull();
  });

  it('counts looking apart, at four times as many', () => {
    const pace = paceOf(1);
    pace.take(key, true, start);
    expect([0, 0, 0, 0, 0].map(() => pace.take(key, false, start))).toEqual([null, null, null, null, 60]);
  });

  it('lets a program be refused ten times, and makes it wait after each refusal from then on', () => {
    const pace = paceOf();
    refuseTimes(pace, REFUSALS + 1, start);
    expect(pace.take(key, true, start + 1)).toBe(5);
    expect(pace.take(key, true, start + BREATHER)).toBeNull();
    pace.refuse(key.id, start + BREATHER);
    expect(pace.take(key, true, start + BREATHER + 1)).toBe(5);
  });

  it('goes on to answer what only looks while a key waits', () => {
    const pace = paceOf();
    refuseTimes(pace, REFUSALS + 1, start);
    expect(pace.take(key, false, start + 1)).toBeNull();
  });

  it('does not cut the wait short when a new minute begins', () => {
    const pace = paceOf();
    refuseTimes(pace, REFUSALS, start);
    const late = start + MINUTE - 1_000;
    refuseTimes(pace, 1, late);
    expect(pace.take(key, true, start + MINUTE)).toBe(4);
  });
});
