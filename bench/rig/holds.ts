import { DataSource } from 'typeorm';
import type { Client } from 'pg';
import { newId } from '../../src/kernel/id';
import {
  BatchRepository,
  type BatchOrder,
  type BatchOutcome,
} from '../../src/modules/generation/batches/batch.repository';
import { Database } from '../../src/platform/db/database';
import { dataSourceOptions } from '../../src/platform/db/options';

/** Credits of one clip. */
const PRICE = 10;
const GROUP = 64;

export interface Rush {
  readonly url: string;
  readonly client: Client;
  readonly artists: number;
  readonly attempts: number;
  /** Clips that an artist's credits pay for, and those that the budget of their key pays for. */
  readonly affordable: number;
  readonly byKey: number;
  readonly connections: number;
}

export interface RushResult {
  readonly attempts: number;
  readonly accepted: number;
  readonly refused: number;
  readonly seconds: number;
  /** What is not as it must be; empty when nothing was overspent and nothing was refused that could be paid. */
  readonly faults: readonly string[];
}

/** The programme of `settleProgramme` with credits and budgets for exactly so many clips. */
async function tighten({ client, affordable, byKey }: Rush): Promise<void> {
  await client.query(`UPDATE ledger_accounts SET balance = ${affordable * PRICE} WHERE kind = 'credits'`);
  await client.query(`UPDATE ledger_postings SET amount = ${affordable * PRICE}`);
  await client.query(`
    INSERT INTO ledger_accounts (name, kind, unit, balance)
      SELECT 'budget:' || id, 'budget', 'budget', ${byKey * PRICE} FROM access_keys;
    WITH entry AS (
      INSERT INTO ledger_entries (reference, kind, unit, digest)
      SELECT 'budget:' || id, 'quota.budget_issued', 'budget', sha256(id::bytea) FROM access_keys RETURNING id, reference
    ) INSERT INTO ledger_postings (entry_id, line, from_account, to_account, amount)
      SELECT id, 1, 'issued:budget', reference, ${byKey * PRICE} FROM entry;
    ANALYZE`);
}

/** One request for one clip; every second one by the artist's key, whose budget pays as well. */
function orderOf(artist: number, attempt: number): BatchOrder {
  const id = newId('gen');
  const batchId = newId('bat');
  const enrollmentId = `enr_per_${artist}`;
  const key = attempt % 2 === 0 ? `key_${artist}` : null;
  const clip: BatchOrder['clip'] = {
    batchId, enrollmentId, programId: 'prg_bench', personId: `per_${artist}`, keyId: key, prompt: 'a rush of requests',
    negativePrompt: null, style: 'none', seconds: 5, resolution: '720p', aspect: '16:9', fps: 24, width: 1280, height: 720,
    draft: true, project: null, promotedFrom: null, mark: null, credits: BigInt(PRICE), priceVersion: 1,
    provider: 'procedural', pool: 'cpu', costSeconds: 2,
  }; // prettier-ignore
  const own = { reference: `hold:${id}:credits`, account: `credits:${enrollmentId}` };
  const budget = { reference: `hold:${id}:budget`, account: `budget:${key}` };
  return {
    owner: `per_${artist}`, onceKey: `rush-${attempt}`, fingerprint: '0'.repeat(64), concurrency: 10, queued: 1_000_000, weight: 1,
    grantCredits: 1_000_000,
    budgetKey: key, poolId: null, holds: key === null ? [own] : [budget, own], ids: [id], seeds: [7], clip, brief: null,
    view: {} as BatchOrder['view'],
  }; // prettier-ignore
}

/**
 * `attempts` requests for credits of a few artists, through the application's own statement and role, in groups over many
 * connections at once. Far more is asked for than there is: exactly what can be paid may be accepted.
 */
export async function rush(plan: Rush): Promise<RushResult> {
  await tighten(plan);
  const source = await new DataSource(
    dataSourceOptions({ url: plan.url, poolSize: plan.connections, entities: [], migrations: [], as: 'app' }),
  ).initialize();
  const batches = new BatchRepository(new Database(source));
  const begun = performance.now();
  const made = new Map<number, { all: number; byKey: number }>();
  const counts = { accepted: 0, refused: 0 };
  let next = 0;
  const note = (artist: number, order: BatchOrder, { outcome }: BatchOutcome): void => {
    if (outcome !== 'accepted' && outcome !== 'insufficient')
      throw new Error(`an attempt came to ${outcome}`);
    counts[outcome === 'accepted' ? 'accepted' : 'refused'] += 1;
    if (outcome !== 'accepted') return;
    const so = made.get(artist) ?? { all: 0, byKey: 0 };
    made.set(artist, { all: so.all + 1, byKey: so.byKey + (order.budgetKey === null ? 0 : 1) });
  };
  const lane = async (): Promise<void> => {
    while (next < plan.attempts) {
      const group: { artist: number; order: BatchOrder }[] = [];
      while (group.length < GROUP && next < plan.attempts) {
        const artist = 1 + Math.floor(Math.random() * plan.artists);
        group.push({ artist, order: orderOf(artist, next++) });
      }
      const outcomes = await batches.submit(
        group.map(({ order }) => order),
        false,
      );
      for (const [place, { artist, order }] of group.entries()) {
        let outcome = outcomes[place] as BatchOutcome;
        if (outcome.outcome === 'later') [outcome] = (await batches.submit([order], true)) as [BatchOutcome];
        note(artist, order, outcome);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: plan.connections }, lane));
  } finally {
    await source.destroy();
  }
  const seconds = Math.round(performance.now() - begun) / 1_000;
  return { attempts: plan.attempts, ...counts, seconds, faults: await faultsOf(plan, made, counts.accepted) };
}

async function faultsOf(
  plan: Rush,
  made: ReadonlyMap<number, { all: number; byKey: number }>,
  accepted: number,
): Promise<string[]> {
  const faults: string[] = [];
  for (let artist = 1; artist <= plan.artists; artist += 1) {
    const { all, byKey } = made.get(artist) ?? { all: 0, byKey: 0 };
    if (all !== plan.affordable)
      faults.push(`artist ${artist}: ${all} clips for the credits of ${plan.affordable}`);
    if (byKey > plan.byKey) faults.push(`key ${artist}: ${byKey} clips for a budget of ${plan.byKey}`);
  }
  const { rows } = await plan.client.query<{ clips: number; held: string; open: string }>(`
    SELECT (SELECT count(*)::int FROM generation_generations) AS clips, (SELECT sum(held) FROM ledger_accounts) AS held,
      (SELECT sum(amount) FROM ledger_holds WHERE state = 'open') AS open`);
  const [row] = rows;
  if (row?.clips !== accepted) faults.push(`${row?.clips} clips were written, ${accepted} accepted`);
  if (row?.held !== row?.open) faults.push(`held are ${row?.held}, open holds come to ${row?.open}`);
  return faults;
}
