import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { randomInt } from 'node:crypto';
import { SweepProcessor } from '../src/modules/generation/pool/sweep.processor';
import { Fleet } from './rig/fleet';

const WORKERS = 12;
const ENDS = `('succeeded', 'failed', 'canceled', 'aborted', 'expired', 'refused')`;

interface Job {
  readonly id: string;
  readonly fence: number;
}

/** Mulberry32: a seed gives the same fates again. */
function fates(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What became of the words of the workers, by kind. */
type Tally = Record<string, number>;

const count = (tally: Tally, what: string): void => {
  tally[what] = (tally[what] ?? 0) + 1;
};

/** One worker after another in one place: each lives until its fate is to die with a clip in its hands. */
async function place(fleet: Fleet, number: number, fate: () => number, tally: Tally, isOver: () => boolean) {
  let life = 0;
  let token = await fleet.register(`w${number}.${life}`);
  while (!isOver()) {
    const claim = await fleet.say(token, 'claim', { waitMs: 500 });
    for (const job of (claim.body.jobs ?? []) as Job[]) {
      const roll = fate();
      if (roll < 0.08) {
        count(tally, 'deaths');
        const [dead, late] = [token, fate() < 0.3];
        // Some of the dead come back after their lease: whatever they say then must change nothing.
        if (late) setTimeout(() => void zombie(fleet, dead, job, tally), 4_000);
        life += 1;
        token = await fleet.register(`w${number}.${life}`);
      } else if (roll < 0.12) {
        await fleet.say(token, `jobs/${job.id}/fail`, {
          fence: job.fence,
          code: 'TRANSIENT',
          message: 'fate',
        });
        count(tally, 'faults');
      } else if (roll < 0.15) {
        await fleet.say(token, `jobs/${job.id}/release`, { fence: job.fence });
        count(tally, 'releases');
      } else {
        const { status } = await fleet.complete(token, job);
        count(tally, `complete ${status}`);
        if (roll > 0.95) count(tally, `repeated ${(await fleet.complete(token, job)).status}`);
      }
    }
  }
}

async function zombie(fleet: Fleet, token: string, job: Job, tally: Tally): Promise<void> {
  const said = await fleet.complete(token, job).catch(() => null);
  if (said !== null) count(tally, `late ${said.status}`);
}

async function violations(fleet: Fleet): Promise<string[]> {
  const broken: string[] = [];
  for (const file of readdirSync('checks').filter((name) => /^(generation|ledger|quota)-/.test(name))) {
    const { rowCount } = await fleet.client.query(readFileSync(path.join('checks', file), 'utf8'));
    if (rowCount !== 0) broken.push(file);
  }
  return broken;
}

async function states(fleet: Fleet): Promise<{ open: number; byState: Record<string, number> }> {
  const { rows } = await fleet.client.query<{ state: string; n: number; open: boolean }>(
    `SELECT state, count(*)::int AS n, state NOT IN ${ENDS} AS open FROM generation_generations GROUP BY state`,
  );
  const open = rows.filter((row) => row.open).reduce((sum, row) => sum + row.n, 0);
  return { open, byState: Object.fromEntries(rows.map(({ state, n }) => [state, n])) };
}

/**
 * Ten thousand clips (`--quick`: five hundred) made by remote workers that die at random, fail, hand back and repeat
 * themselves, with short leases. In the end each clip has exactly one end and exactly one settling or releasing of its
 * credits: the standing checks say so. `--seed=…` plays the same fates again.
 */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const clips = quick ? 500 : 10_000;
  const given = process.argv.find((arg) => arg.startsWith('--seed='));
  const seed = given === undefined ? randomInt(2 ** 31) : Number(given.slice(7));
  process.stderr.write(`drain: ${clips} clips, seed ${seed}\n`);
  const fleet = await Fleet.start({ ATELIER_LEASE_SECONDS: '2' });
  const tally: Tally = {};
  try {
    await fleet.submit(clips);
    const sweeper = fleet.app.app.get(SweepProcessor);
    const sweeping = setInterval(() => void sweeper.sweep().catch(() => undefined), 1_000);
    const fate = fates(seed);
    let left = clips;
    const look = async (): Promise<void> => {
      left = (await states(fleet)).open;
      process.stderr.write(`drain: ${left} left\n`);
    };
    const watching = setInterval(() => void look(), 2_000);
    await Promise.all(
      Array.from({ length: WORKERS }, (_, n) => place(fleet, n, fate, tally, () => left === 0)),
    );
    clearInterval(watching);
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    clearInterval(sweeping);
    const { open, byState } = await states(fleet);
    const { rows } = await fleet.client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM (SELECT subject_id FROM generation_history WHERE to_state IN ${ENDS}
       GROUP BY subject_id HAVING count(*) = 1) once`,
    );
    const endedOnce = rows[0]?.n ?? 0;
    const broken = await violations(fleet);
    const ok = open === 0 && endedOnce === clips && broken.length === 0;
    return { seed, figures: { clips, byState, endedOnce, words: tally, brokenChecks: broken }, ok };
  } finally {
    await fleet.stop();
  }
}
