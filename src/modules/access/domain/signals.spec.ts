import { speedBetween } from './travel';
import { SIGNAL_NAMES, weigh, type SignalFacts, type SignalMode } from './signals';

const QUIET: SignalFacts = {
  networksIn5Minutes: 1,
  newAgentsIn5Minutes: 0,
  refusedSpendingPerMinute: 0,
  refusedReadsPerMinute: 0,
  crossSiteIn5Minutes: 0,
  scannedIn5Minutes: 0,
  isFromNewNetwork: false,
  isFromNewHost: false,
  creditsThisHour: 0,
  usualHour: null,
  longestPauseHours: 18,
  carriersIn10Minutes: 1,
  kmPerHour: 0,
};
const NEW_HOST = { isFromNewNetwork: true, isFromNewHost: true } as const;
const act = (facts: Partial<SignalFacts>, modes: Partial<Record<string, SignalMode>> = {}) =>
  weigh({ ...QUIET, ...facts }, modes);

describe('what signals lead to', () => {
  it.each([
    [{ networksIn5Minutes: 3 }, 'nothing'],
    [{ networksIn5Minutes: 4 }, 'throttle'],
    [{ networksIn5Minutes: 6 }, 'stop'],
    [{ refusedSpendingPerMinute: 39 }, 'nothing'],
    [{ refusedSpendingPerMinute: 40 }, 'throttle'],
    [{ refusedSpendingPerMinute: 100 }, 'stop'],
    [{ crossSiteIn5Minutes: 1 }, 'throttle'],
    [{ crossSiteIn5Minutes: 1, refusedSpendingPerMinute: 40 }, 'stop'],
    [{ newAgentsIn5Minutes: 6 }, 'nothing'],
    [{ newAgentsIn5Minutes: 6, networksIn5Minutes: 4 }, 'throttle'],
    [{ scannedIn5Minutes: 1 }, 'stop'],
    [{ carriersIn10Minutes: 2, kmPerHour: 1_000, networksIn5Minutes: 4 }, 'throttle'],
    [{ carriersIn10Minutes: 3 }, 'nothing'],
    [{ carriersIn10Minutes: 3, kmPerHour: 1_001 }, 'throttle'],
    [{ carriersIn10Minutes: 3, networksIn5Minutes: 4 }, 'throttle'],
    [{ carriersIn10Minutes: 3, kmPerHour: 1_001, newAgentsIn5Minutes: 6 }, 'stop'],
    [{ isFromNewNetwork: true, creditsThisHour: 500, usualHour: 90 }, 'nothing'],
    [{ ...NEW_HOST, creditsThisHour: 500, usualHour: 90, longestPauseHours: 1 }, 'throttle'],
    [{ isFromNewNetwork: true, creditsThisHour: 500, usualHour: 90, longestPauseHours: 1 }, 'nothing'],
    [{ ...NEW_HOST, creditsThisHour: 400, usualHour: 90, longestPauseHours: 1 }, 'nothing'],
    [{ ...NEW_HOST, creditsThisHour: 500, usualHour: null, longestPauseHours: 1 }, 'nothing'],
  ] as const)('%j leads to %s', (facts, expected) => {
    expect(act(facts).act).toBe(expected);
  });

  it('of reading alone is never a stop, whatever else is read', () => {
    expect(act({ refusedReadsPerMinute: 10_000 }).act).toBe('throttle');
    expect(act({ refusedReadsPerMinute: 10_000, crossSiteIn5Minutes: 1 }).act).toBe('throttle');
    expect(act({ refusedReadsPerMinute: 10_000, networksIn5Minutes: 6 }).act).toBe('stop');
  });

  it('of an observed signal is nothing, but says what it would have been', () => {
    const verdict = act({ networksIn5Minutes: 6 }, { spread: 'observe' });
    expect(verdict).toMatchObject({ act: 'nothing', points: 0 });
    expect(verdict.fires).toEqual([{ signal: 'spread', points: 100, mode: 'observe', would: 'stop' }]);
    expect(act({ networksIn5Minutes: 6 }, { spread: 'off' }).fires).toEqual([]);
  });
});

/** One call of an artist's day. `at` in minutes. */
interface Call {
  readonly at: number;
  readonly network: string;
  readonly isSpending?: boolean;
}

/** Home and studio have one carrier, the phone another; every other network has its own. */
const carrierOf = (network: string): string => (network === 'n0' || network === 'n1' ? 'fibre' : network);

const CITIES = {
  home: { latitude: 52.5, longitude: 13.4 },
  abroad: { latitude: 38.7, longitude: -9.1 },
  far: { latitude: 35.7, longitude: 139.7 },
} as const;
/** A VPN comes out in another part of the world each time it hops. */
const placeOf = (network: string): (typeof CITIES)[keyof typeof CITIES] =>
  network === 'abroad' ? CITIES.abroad : /^vpn\d*[13579]$/.test(network) ? CITIES.far : CITIES.home;

const NEVER = 1_000_000;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const minutes = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, n) => from + n * step);

/** Sixty spending and 240 reading calls a minute, as PacePolicy has them; who honours Retry-After waits for the minute. */
const PER_MINUTE = { spending: 60, reading: 240 } as const;

/** The calls of a day by the minute in which they were made. */
function byMinuteOf(calls: readonly Call[]): ReadonlyMap<number, Call[]> {
  const minute = new Map<number, Call[]>();
  for (const call of calls) {
    const at = Math.floor(call.at);
    const there = minute.get(at);
    if (there === undefined) minute.set(at, [call]);
    else there.push(call);
  }
  return minute;
}

/** What is counted at one minute of the day, from all calls of it. */
function factsAt(day: ReadonlyMap<number, Call[]>, now: number): SignalFacts {
  const recent = [0, 1, 2, 3, 4].flatMap((ago) => day.get(now - ago) ?? []);
  const refused = (isSpending: boolean): number => {
    const byMinute = new Map<number, number>();
    for (const call of recent)
      if ((call.isSpending === true) === isSpending)
        byMinute.set(Math.floor(call.at), (byMinute.get(Math.floor(call.at)) ?? 0) + 1);
    return Math.max(
      0,
      ...[...byMinute.values()].map((n) => n - PER_MINUTE[isSpending ? 'spending' : 'reading']),
    );
  };
  const hours = Array.from({ length: 18 }, (_, ago) => Math.floor(now / 60) - ago).filter((hour) =>
    Array.from({ length: 60 }, (_, minute) => hour * 60 + minute).some((at) => at <= now && day.has(at)),
  );
  const edges = [Math.floor(now / 60) - 18, ...hours, Math.floor(now / 60)].toSorted((a, b) => a - b);
  return {
    ...QUIET,
    networksIn5Minutes: new Set(recent.map(({ network }) => network)).size,
    refusedSpendingPerMinute: refused(true),
    refusedReadsPerMinute: refused(false),
    longestPauseHours: Math.max(...edges.map((hour, index) => hour - (edges[index - 1] ?? hour))),
    carriersIn10Minutes: new Set(last(day, now, 10).map(({ network }) => carrierOf(network))).size,
    kmPerHour: speedBetween(visitsOf(last(day, now, 180))),
  };
}

const last = (day: ReadonlyMap<number, Call[]>, now: number, length: number): Call[] =>
  Array.from({ length }, (_, ago) => day.get(now - ago) ?? []).flat();

function visitsOf(calls: readonly Call[]): Parameters<typeof speedBetween>[0] {
  return Object.values(CITIES).flatMap((city) => {
    const times = calls.filter(({ network }) => placeOf(network) === city).map(({ at }) => at * 60_000);
    const isVisit = times.length >= 3;
    return isVisit ? [{ ...city, firstAt: Math.min(...times), lastAt: Math.max(...times) }] : [];
  });
}

/** How often a key would have been throttled and stopped on this day. A throttled key is calm after fifteen minutes. */
function dayOf(calls: readonly Call[]): { throttles: number; stops: number } {
  let throttledUntil = -NEVER;
  const count = { throttles: 0, stops: 0 };
  const day = byMinuteOf(calls);
  for (const now of minutes(1, 24 * 60, 1)) {
    if (!day.has(now)) continue;
    const verdict = weigh(factsAt(day, now), {});
    if (verdict.act === 'stop') count.stops += 1;
    if (verdict.act === 'throttle') {
      if (now > throttledUntil) count.throttles += 1;
      throttledUntil = now + 15;
    }
  }
  return count;
}

describe('a day of honest artists leads to no quarantine, and to one throttling at most', () => {
  const days: [string, readonly Call[]][] = [
    [
      'phone, home and studio at once',
      minutes(480, 1_200, 2).map((at, n) => ({ at, network: `n${n % 3}`, isSpending: n % 5 === 0 })),
    ],
    [
      'a VPN that hops each hour',
      minutes(0, 1_440, 3).map((at) => ({ at, network: `vpn${Math.floor(at / 60)}` })),
    ],
    [
      'a train, eight networks in three hours',
      minutes(600, 780, 1).map((at) => ({ at, network: `t${Math.floor((at - 600) / 22.5)}` })),
    ],
    [
      'build jobs in bursts that wait as told',
      HOURS.slice(8, 20).flatMap((hour) =>
        Array.from({ length: 80 }, (_, n) => ({
          at: hour * 60 + (n < 60 ? 0.5 : 1.5),
          network: 'ci',
          isSpending: true,
        })),
      ),
    ],
    [
      'one of 25 keys in a classroom behind one address',
      minutes(540, 630, 0.5).map((at) => ({ at, network: 'school' })),
    ],
    [
      'an artist in a new country',
      [
        ...minutes(0, 300, 5).map((at) => ({ at, network: 'home' })),
        ...minutes(700, 1_200, 5).map((at) => ({ at, network: 'abroad' })),
      ],
    ],
    [
      'privacy addresses of one IPv6 network',
      minutes(0, 1_000, 1).map((at) => ({ at, network: '2001:db8:1::/48' })),
    ],
    [
      'a program that looks five times a second for an hour',
      minutes(600, 660, 1 / 300).map((at) => ({ at, network: 'studio' })),
    ],
    [
      'a batch that runs all night',
      minutes(0, 1_439, 4).map((at) => ({ at, network: 'studio', isSpending: true })),
    ],
  ];

  it.each(days)('%s', (_, calls) => {
    const { throttles, stops } = dayOf(calls);
    expect(stops).toBe(0);
    expect(throttles).toBeLessThanOrEqual(1);
  });

  it('while a key that was pasted in public is stopped on the same scales', () => {
    const calls = minutes(600, 605, 0.5).map((at, n) => ({ at, network: `p${n}` }));
    expect(dayOf(calls).stops).toBeGreaterThan(0);
  });

  it('knows every signal', () => {
    expect(SIGNAL_NAMES).toHaveLength(10);
  });
});
