import { call, fire, REQUEST, sleep, type Answer, type Call } from './clients';
import type { Artist } from './world';

/** How the leaked key is used by others. */
export interface Attack {
  readonly name: string;
  /** Requests per second. */
  readonly rate: number;
  /** Seconds after which it ends, stopped or not. */
  readonly most: number;
  readonly from: (n: number) => string;
  readonly headers: (n: number) => Record<string, string>;
  /** Seconds after which somebody reports the key; `null`: nobody does. */
  readonly reportedAfter: number | null;
  readonly limits: {
    /** Seconds from the first hostile request to the last one that was accepted; for a report, from the report. */
    readonly lastAccepted: number;
    /** Hostile clips that are started in all. */
    readonly started: number;
    /** Share of the owner's credits. */
    readonly kept: number;
    /** Whether it has to be stopped, or is bounded by caps only. */
    readonly isStopped: boolean;
  };
}

export interface Outcome {
  readonly answers: readonly Answer[];
  readonly firstAt: number;
  /** When the key was first refused as stopped; `null`: it never was. */
  readonly stoppedAt: number | null;
  readonly reportedAt: number | null;
}

const scattered = (n: number): string => `127.${20 + (n % 200)}.${(n * 7) % 250}.${1 + (n % 250)}`;
const agents = [
  'python-requests/2.31',
  'curl/8.1',
  'node',
  'Go-http-client/1.1',
  'okhttp/4.9',
  'axios/1.6',
  'aiohttp/3.9',
];
const program = (n: number): Record<string, string> => ({
  'user-agent': agents[n % agents.length] ?? 'none',
});
const HOSTS = { proxy: '127.3.0.1', browser: '127.3.1.1', slow: '127.3.2.1', reported: '127.3.3.1' } as const;

/** `hourCap` in credits, `price` of one clip: what bounds a leak that nobody notices. */
export function attacks(isQuick: boolean, hourCap: number, price: number): readonly Attack[] {
  const rate = isQuick ? 40 : 150;
  const stopped = { started: 10, kept: 0.99, isStopped: true } as const;
  return [
    {
      name: 'many addresses',
      rate,
      most: 20,
      from: scattered,
      headers: program,
      reportedAfter: null,
      limits: { ...stopped, lastAccepted: 10 },
    },
    {
      name: 'one proxy',
      rate,
      most: 40,
      from: () => HOSTS.proxy,
      headers: () => ({ 'user-agent': 'gradio/4.0' }),
      reportedAfter: null,
      limits: { ...stopped, lastAccepted: 30 },
    },
    {
      name: 'a web page',
      rate,
      most: 40,
      from: () => HOSTS.browser,
      headers: () => ({
        origin: 'https://fun.example',
        'sec-fetch-site': 'cross-site',
        'user-agent': 'Mozilla/5.0 Chrome/131.0',
      }),
      reportedAfter: null,
      limits: { ...stopped, lastAccepted: 30 },
    },
    {
      name: 'slowly',
      rate: 1,
      most: isQuick ? 12 : 60,
      from: () => HOSTS.slow,
      headers: () => ({ 'user-agent': 'gradio/4.0' }),
      reportedAfter: null,
      limits: { lastAccepted: 3_600, started: Math.floor(hourCap / price), kept: 0.9, isStopped: false },
    },
    {
      name: 'slowly, and reported',
      rate: 2,
      most: isQuick ? 10 : 20,
      from: () => HOSTS.reported,
      headers: () => ({ 'user-agent': 'gradio/4.0' }),
      reportedAfter: 4,
      limits: { lastAccepted: 2, started: 50, kept: 0.9, isStopped: true },
    },
  ];
}

/** Plays one attack on the key of `victim`, over both processes in turn, until two seconds after it was stopped. */
export async function play(attack: Attack, victim: Artist, ports: readonly number[]): Promise<Outcome> {
  const answers: Answer[] = [];
  const firstAt = Date.now();
  let stoppedAt: number | null = null;
  let reportedAt: number | null = null;
  const hostile = (n: number): Call => ({
    port: ports[n % ports.length] as number,
    from: attack.from(n),
    key: victim.secret,
    headers: attack.headers(n),
    body: { ...REQUEST, prompt: `hostile ${n}` },
  });
  const report = async (): Promise<void> => {
    if (attack.reportedAfter === null) return;
    await sleep(attack.reportedAfter * 1_000);
    reportedAt = Date.now();
    await call({
      port: ports[0] as number,
      from: '127.9.9.9',
      path: '/api/v1/leaks',
      body: { token: victim.secret, where: 'a public page' },
    });
  };
  const isOver = (): boolean =>
    Date.now() - firstAt > attack.most * 1_000 || (stoppedAt !== null && Date.now() - stoppedAt > 2_000);
  await Promise.all([
    report(),
    fire(attack.rate, isOver, async (n) => {
      const answer = await call(hostile(n));
      answers.push(answer);
      if (answer.body.code === 'access.key_quarantined') stoppedAt ??= answer.at;
    }),
  ]);
  return { answers, firstAt, stoppedAt, reportedAt };
}
