import { Agent, request } from 'node:http';

export interface Call {
  readonly port: number;
  readonly method?: string;
  readonly path?: string;
  /** Where the call comes from: Linux routes all of 127.0.0.0/8 to this machine, so these are distinct clients. */
  readonly from?: string;
  readonly key?: string;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

export interface Answer {
  readonly status: number;
  /** Milliseconds. */
  readonly took: number;
  readonly at: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const agents = new Map<string, Agent>();

function agentOf(from: string): Agent {
  let agent = agents.get(from);
  if (agent === undefined)
    agents.set(from, (agent = new Agent({ keepAlive: true, maxSockets: 64, localAddress: from })));
  return agent;
}

/** One call; a connection that fails is an answer of status 0. */
export async function call(it: Call): Promise<Answer> {
  const started = performance.now();
  const text = it.body === undefined ? undefined : JSON.stringify(it.body);
  const done = (status: number, said: string): Answer => {
    let body: Record<string, unknown> = {};
    try {
      body = JSON.parse(said) as Record<string, unknown>;
    } catch {
      // no JSON, nothing to read
    }
    return { status, took: performance.now() - started, at: Date.now(), body };
  };
  return new Promise((resolve) => {
    const sent = request(
      {
        port: it.port,
        host: '127.0.0.1',
        method: it.method ?? (text === undefined ? 'GET' : 'POST'),
        path: it.path ?? '/api/v1/generations',
        agent: agentOf(it.from ?? '127.0.0.1'),
        headers: {
          'user-agent': 'studio-script/1.0',
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          ...(it.key === undefined ? {} : { authorization: `Bearer ${it.key}` }),
          ...(it.cookie === undefined ? {} : { cookie: it.cookie }),
          ...it.headers,
        },
      },
      (response) => {
        let said = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (said += chunk));
        response.on('end', () => resolve(done(response.statusCode ?? 0, said)));
      },
    );
    sent.on('error', () => resolve(done(0, '')));
    sent.end(text);
  });
}

export function closeClients(): void {
  for (const agent of agents.values()) agent.destroy();
  agents.clear();
}

export const REQUEST = {
  prompt: 'a quiet harbour at dawn',
  seconds: 5,
  resolution: '720p',
  fps: 24,
  aspect: '16:9',
  draft: true,
} as const;

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Fires `shot` at `rate` per second until `isOver`; waits for the answers. */
export async function fire(
  rate: number,
  isOver: () => boolean,
  shot: (n: number) => Promise<unknown>,
): Promise<void> {
  const under = new Set<Promise<unknown>>();
  const started = performance.now();
  for (let n = 0; !isOver(); n += 1) {
    const wait = started + (n * 1_000) / rate - performance.now();
    if (wait > 0) await sleep(wait);
    if (isOver()) break;
    const one = shot(n).finally(() => under.delete(one));
    under.add(one);
  }
  await Promise.all(under);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
