/** What a signal does when it speaks: counts, is only written down, or is not looked at. */
export const SIGNAL_MODES = ['enforce', 'observe', 'off'] as const;
export type SignalMode = (typeof SIGNAL_MODES)[number];

/** A key of 50 points is slowed down, one of 100 is stopped. */
export const THROTTLE_AT = 50;
export const STOP_AT = 100;
/** A throttled key that was quiet for this long goes on as before. Minutes. */
export const CALM_MINUTES = 15;

/** What is counted about one key. Windows are in the names; distinct networks are /24 (IPv4) and /48 (IPv6). */
export interface SignalFacts {
  readonly networksIn5Minutes: number;
  /** Programs (families of user agents) of the last five minutes that its family was never used with before. */
  readonly newAgentsIn5Minutes: number;
  /** Refused spending calls of the worst minute of the last five. */
  readonly refusedSpendingPerMinute: number;
  /** Refused reading calls of the worst minute of the last five. */
  readonly refusedReadsPerMinute: number;
  /** Calls of the last five minutes that a browser made from another site, on a key that names no origins. */
  readonly crossSiteIn5Minutes: number;
  /** Calls of a program that looks for leaked keys. */
  readonly scannedIn5Minutes: number;
  /** Whether a network of the last ten minutes is one that its family was first used from in the last 24 hours. */
  readonly isFromNewNetwork: boolean;
  /** Whether such a new network is one of a carrier that rents out machines, or of no carrier that is known. */
  readonly isFromNewHost: boolean;
  /** Credits asked for in the present hour. */
  readonly creditsThisHour: number;
  /** The 95th percentile of its own hours of the last 14 days; `null`: fewer than five hours with use. */
  readonly usualHour: number | null;
  /** Of the last 18 hours, the longest pause between two hours with calls, counted in hours; 18 when there was none. */
  readonly longestPauseHours: number;
  /** Carriers (autonomous systems) of the networks of the last ten minutes; networks of nobody known do not count. */
  readonly carriersIn10Minutes: number;
  /** The speed that somebody would need who was at all places of the last three hours, each with three calls or more. */
  readonly kmPerHour: number;
}

interface Signal {
  /** In words, for the artist and the manager. */
  readonly says: string;
  /** What it is for, and what it has been seen to mistake. */
  readonly catches: string;
  readonly points: (facts: SignalFacts) => 0 | 20 | 40 | 50 | 60 | 100;
}

/** Every signal: what it looks at and how much it weighs. Points of several signals add up. */
export const SIGNALS = {
  spread: {
    says: 'Used from many networks at once',
    catches: 'A key that was pasted somewhere public. A VPN that hops every few minutes looks alike.',
    points: ({ networksIn5Minutes: n }) => (n >= 6 ? 100 : n >= 4 ? 50 : 0),
  },
  carriers: {
    says: 'Used through several carriers at once',
    catches: 'A key that was pasted somewhere public. Home, phone and studio within ten minutes look alike.',
    points: ({ carriersIn10Minutes: n }) => (n >= 3 ? 40 : 0),
  },
  travel: {
    says: 'Used at places too far apart for one person',
    catches: 'A key that others use as well. A VPN looks alike.',
    points: ({ kmPerHour }) => (kmPerHour > 1_000 ? 40 : 0),
  },
  agents: {
    says: 'Used by many programs it was never used with',
    catches: 'A key that was pasted somewhere public.',
    points: ({ newAgentsIn5Minutes: n }) => (n >= 6 ? 40 : 0),
  },
  refused: {
    says: 'Asks for far more than it may have',
    catches: 'A public page that passes everybody’s requests on with one key.',
    points: ({ refusedSpendingPerMinute: n }) => (n >= 100 ? 100 : n >= 40 ? 50 : 0),
  },
  polling: {
    says: 'Looks far more often than it may',
    catches: 'A badly written program. It is slowed down and never stopped for this.',
    points: ({ refusedReadsPerMinute: n }) => (n >= 40 ? 50 : 0),
  },
  browser: {
    says: 'Used from a web page of another site',
    catches: 'A key in the code of a web page, or a proxy that passes headers on.',
    points: ({ crossSiteIn5Minutes: n }) => (n >= 1 ? 60 : 0),
  },
  new_network_spend: {
    says: 'A new network spends far more than is usual for this key',
    catches:
      'A slow proxy. It weighs twice as much where the network belongs to a carrier that rents out machines: a move to another studio in a busy week looks alike, but not there.',
    points: ({ isFromNewNetwork, isFromNewHost, creditsThisHour, usualHour }) => {
      if (usualHour === null || creditsThisHour <= 5 * usualHour) return 0;
      return isFromNewHost ? 40 : isFromNewNetwork ? 20 : 0;
    },
  },
  restless: {
    says: 'In use for 18 hours without a pause of two',
    catches: 'A public page that people of all time zones use. A long batch looks alike.',
    points: ({ longestPauseHours }) => (longestPauseHours <= 2 ? 20 : 0),
  },
  scanner: {
    says: 'Tried by a program that looks for leaked keys',
    catches: 'A key that a scanner has found and verified.',
    points: ({ scannedIn5Minutes: n }) => (n >= 1 ? 100 : 0),
  },
} as const satisfies Record<string, Signal>;

export type SignalName = keyof typeof SIGNALS;
export const SIGNAL_NAMES = Object.keys(SIGNALS) as SignalName[];

/** A reading signal alone slows a key down, however loud. */
const NEVER_STOPS: readonly SignalName[] = ['polling'];

export interface Fire {
  readonly signal: SignalName;
  readonly points: number;
  readonly mode: SignalMode;
  /** What follows from it, or would if it were not only observed. */
  readonly would: 'nothing' | 'throttle' | 'stop';
}

export interface Verdict {
  /** Points of the signals that count. */
  readonly points: number;
  readonly act: 'nothing' | 'throttle' | 'stop';
  /** Every signal that spoke, also those that are only observed. */
  readonly fires: readonly Fire[];
}

const actAt = (points: number): Verdict['act'] =>
  points >= STOP_AT ? 'stop' : points >= THROTTLE_AT ? 'throttle' : 'nothing';

/** Weighs the facts about one key under the modes in force; a signal without a mode counts. */
export function weigh(facts: SignalFacts, modes: Readonly<Partial<Record<SignalName, SignalMode>>>): Verdict {
  const spoke = SIGNAL_NAMES.map((signal) => ({
    signal,
    points: SIGNALS[signal].points(facts),
    mode: modes[signal] ?? 'enforce',
  })).filter(({ points, mode }) => points > 0 && mode !== 'off');
  const sum = (of: readonly { signal: SignalName; points: number }[]): number => {
    const stopping = of.filter(({ signal }) => !NEVER_STOPS.includes(signal));
    const hard = stopping.reduce((total, { points }) => total + points, 0);
    const soft = of.reduce((total, { points }) => total + points, 0);
    return hard >= STOP_AT ? soft : Math.min(soft, STOP_AT - 1);
  };
  const counting = spoke.filter(({ mode }) => mode === 'enforce');
  const points = sum(counting);
  const fires = spoke.map((fire) => ({
    ...fire,
    would: actAt(fire.mode === 'enforce' ? points : sum([...counting, fire])),
  }));
  return { points, act: actAt(points), fires };
}
