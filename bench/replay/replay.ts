import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { call, closeClients, REQUEST, sleep } from './clients';
import { Others } from './others';
import { attacks, play, type Attack, type Outcome } from './scenarios';
import { startApi, startWorkers, stopApi, type Server } from './servers';
import { brokenChecks, CREDITS, creditsKept, furnish, one, started, type Artist, type World } from './world';

export interface Options {
  readonly databaseUrl: string;
  /** Smaller, and nothing about time of the others is asserted. */
  readonly isQuick: boolean;
  readonly say: (line: string) => void;
}

/** One line of the pass table. */
export interface Line {
  readonly attack: string;
  readonly measure: string;
  readonly value: number | string;
  readonly limit: string;
  readonly ok: boolean;
}

const seconds = (ms: number): number => Math.round(ms / 10) / 100;

/** Replays the founding incident against two API processes on a real Postgres, and holds the result against the pass table. */
export async function replayLeak({
  databaseUrl,
  isQuick,
  say,
}: Options): Promise<{ ok: boolean; lines: Line[] }> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'atelier-replay-'));
  const client = new Client({ connectionString: databaseUrl });
  const servers: Server[] = [];
  const lines: Line[] = [];
  await client.connect();
  const workers = await startWorkers(databaseUrl, home, 32);
  try {
    const world = await furnish(client, isQuick ? 20 : 50);
    for (let n = 0; n < 2; n += 1) servers.push(await startApi(databaseUrl, home));
    const ports = (): number[] => servers.map(({ port }) => port);
    const price = await priceOf(world, ports()[0] as number);
    const all = attacks(isQuick, CREDITS / 10, price);
    const others = new Others(world.artists.slice(all.length + 1), ports(), isQuick ? 4_000 : 6_000);
    await sleep(isQuick ? 4_000 : 15_000); // the first requests of a process cost several times as much
    others.take();
    await sleep(isQuick ? 4_000 : 15_000);
    const before = others.take();
    say(`before: ${before.calls} calls of other artists, p95 ${Math.round(before.p95)} ms`);
    for (const [index, attack] of all.entries()) {
      const victim = world.artists[index] as Artist;
      const outcome = await play(attack, victim, ports());
      const during = others.take();
      const judged = [
        ...(await judge(world, attack, victim, outcome)),
        ...(await recovery(attack, victim, ports())),
        line(attack.name, 'other artists refused', during.refused, '0', during.refused === 0),
        ...(isQuick ? [] : [timing(attack.name, before.p95, during.p95)]),
      ];
      for (const it of judged)
        say(`${it.ok ? 'ok  ' : 'FAIL'} ${it.attack}: ${it.measure} ${it.value} (${it.limit})`);
      lines.push(...judged);
      if (index === 0) lines.push(await restarted(servers, databaseUrl, home, attack, victim, say));
    }
    await others.stop();
    lines.push(...(await afterwards(world, ports(), say)));
    return { ok: lines.every(({ ok }) => ok), lines };
  } finally {
    closeClients();
    for (const server of servers) await stopApi(server);
    await workers.stop();
    await client.end();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

const line = (attack: string, measure: string, value: number | string, limit: string, ok: boolean): Line => ({
  attack,
  measure,
  value,
  limit,
  ok,
});

/** Half as much again, and what two crowded processors add to anything. */
function timing(attack: string, before: number, during: number): Line {
  const most = Math.max(before * 1.5, 60);
  return line(
    attack,
    'p95 of other artists, ms',
    Math.round(during),
    `≤ ${Math.round(most)}`,
    during <= most && during <= 300,
  );
}

async function priceOf(world: World, port: number): Promise<number> {
  const artist = world.artists.at(-1) as Artist;
  const answer = await call({ port, key: artist.secret, from: artist.address, path: '/api/v1/generations/quote', body: { ...REQUEST, variations: 1 } }); // prettier-ignore
  if (answer.status !== 200) throw new Error(`no quote: ${JSON.stringify(answer.body)}`);
  return Number(answer.body.credits);
}

async function judge(world: World, attack: Attack, victim: Artist, outcome: Outcome): Promise<Line[]> {
  const { limits, name } = attack;
  const { answers, firstAt, reportedAt, stoppedAt } = outcome;
  const accepted = answers.filter(({ status }) => status >= 200 && status < 300);
  const since = reportedAt ?? firstAt;
  const last = seconds(Math.max(0, (accepted.at(-1)?.at ?? since) - since));
  const kept = await creditsKept(world, victim);
  const begun = await started(world, victim.keyId, stoppedAt);
  return [
    line(name, 'requests sent', answers.length, '> 0', answers.length > 0),
    line(name, 'accepted', accepted.length, '-', true),
    line(name, 'stopped', stoppedAt === null ? 'no' : `after ${seconds(stoppedAt - since)} s`, limits.isStopped ? 'yes' : 'by cap', !limits.isStopped || stoppedAt !== null), // prettier-ignore
    line(name, 'last accepted after, s', last, `≤ ${limits.lastAccepted}`, last <= limits.lastAccepted),
    line(name, 'hostile clips started', begun.all, `≤ ${limits.started}`, begun.all <= limits.started),
    line(name, 'hostile clips started afterwards', begun.after, '0', begun.after === 0),
    line(name, "share of the owner's credits kept", Math.round(kept * 1_000) / 1_000, `≥ ${limits.kept}`, kept >= limits.kept), // prettier-ignore
  ];
}

/** Its owner, in the portal: no error, and a new key that works. */
async function recovery({ name, limits }: Attack, victim: Artist, ports: readonly number[]): Promise<Line[]> {
  const port = ports[0] as number;
  const began = Date.now();
  const portal = await call({ port, from: victim.address, cookie: victim.cookie, path: '/api/v1/keys' });
  if (!limits.isStopped)
    return [line(name, 'portal of the owner', portal.status, '200', portal.status === 200)];
  const replaced = await call({ port, from: victim.address, cookie: victim.cookie, path: `/api/v1/keys/${victim.keyId}/rotate`, body: {} }); // prettier-ignore
  let status = 0;
  for (let turn = 0; turn < 50 && status !== 201; turn += 1) {
    const answer = await call({
      port,
      from: victim.address,
      key: String(replaced.body.secret),
      body: { ...REQUEST },
    });
    status = answer.status;
    if (status !== 201) await sleep(100);
  }
  const took = seconds(Date.now() - began);
  return [
    line(name, 'portal of the owner', portal.status, '200', portal.status === 200),
    line(name, 'new key works after, s', took, '≤ 5', status === 201 && took <= 5),
  ];
}

/** A restart in the middle of it changes nothing: the stop is a row. */
async function restarted(
  servers: Server[],
  databaseUrl: string,
  home: string,
  { name }: Attack,
  victim: Artist,
  say: Options['say'],
): Promise<Line> {
  const extra = await startApi(databaseUrl, home);
  const answer = await call({
    port: extra.port,
    key: victim.secret,
    from: '127.77.1.1',
    body: { ...REQUEST },
  });
  await stopApi(extra);
  const again = await startApi(databaseUrl, home);
  servers.push(again);
  const second = await call({
    port: again.port,
    key: victim.secret,
    from: '127.77.2.1',
    body: { ...REQUEST },
  });
  const codes = `${String(answer.body.code)}, ${String(second.body.code)}`;
  const ok = answer.body.code === 'access.key_quarantined' && second.body.code === 'access.key_quarantined';
  say(`${ok ? 'ok  ' : 'FAIL'} ${name}: in new processes ${codes}`);
  return line(name, 'in new processes', codes, 'access.key_quarantined', ok);
}

async function afterwards(world: World, ports: readonly number[], say: Options['say']): Promise<Line[]> {
  const port = ports[0] as number;
  const manager = { port, cookie: world.managerCookie };
  for (let turn = 0; turn < 300; turn += 1) {
    const { open } = await one<{ open: boolean }>(
      world,
      `SELECT EXISTS (SELECT 1 FROM platform_events WHERE relayed_at IS NULL)
         OR EXISTS (SELECT 1 FROM platform_deliveries WHERE received_at IS NULL)
         OR EXISTS (SELECT 1 FROM generation_generations WHERE state IN ('queued', 'throttled', 'starting', 'processing', 'finishing')) AS open`,
    );
    if (!open) break;
    await sleep(200);
  }
  const incidents = await call({ ...manager, path: '/api/v1/incidents' });
  const items = (incidents.body.items ?? []) as { id: string; affected: number; population: number }[];
  const details = await Promise.all(
    items.map(({ id }) => call({ ...manager, path: `/api/v1/incidents/${id}` })),
  );
  const hasEvidence = details.every(({ body }) => (body.timeline as unknown[] | undefined)?.length !== 0);
  const acts = await one<{ count: number }>(world, `SELECT count(*)::int AS count FROM audit_entries WHERE act = 'access.quarantine_key'`); // prettier-ignore
  const chain = await call({ ...manager, path: '/api/v1/audit/verification' });
  const broken = await brokenChecks(world);
  const other = await one<{ count: number }>(world, `SELECT count(*)::int AS count FROM access_keys WHERE state IN ('throttled', 'quarantined') AND id NOT IN (SELECT key_id FROM access_incidents WHERE key_id IS NOT NULL) AND id <> 'key_4'`); // prettier-ignore
  const lines = [
    line('all', 'incidents', items.length, '4', items.length === 4),
    line('all', 'affected in each', items.map(({ affected, population }) => `${affected} of ${population}`).join(', '), '1', items.every(({ affected }) => affected === 1)), // prettier-ignore
    line('all', 'incidents with a timeline', details.length, 'all', hasEvidence),
    line('all', 'in the audit log', acts.count, '4', acts.count === 4),
    line('all', 'audit chain', chain.status, '2xx', chain.status >= 200 && chain.status < 300),
    line('all', 'standing checks broken', broken.join(' ') || 'none', 'none', broken.length === 0),
    line('all', 'keys of others slowed down or stopped', other.count, '0', other.count === 0),
  ];
  for (const it of lines) say(`${it.ok ? 'ok  ' : 'FAIL'} ${it.measure}: ${it.value}`);
  return lines;
}
