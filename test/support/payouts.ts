import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { newId } from '../../src/kernel/id';
import { CompensationService } from '../../src/modules/compensation';
import { feedbackMoved } from '../../src/modules/feedback/contract';
import {
  SANDBOX_OPTIONS,
  SandboxRail,
  type SandboxOptions,
} from '../../src/modules/payouts/rails/sandbox.rail';
import { Outbox } from '../../src/platform/outbox/outbox';
import type { CastName, TestApp } from './app';
import { openProgram } from './program';

export interface MoneyBody {
  readonly amount: number;
  readonly currency: string;
}

export interface PayoutBody {
  readonly id: string;
  readonly state: string;
  readonly amount: MoneyBody;
  readonly person: { readonly id: string };
  readonly railRef: string | null;
  readonly reason: string | null;
}

export interface BatchBody {
  readonly id: string;
  readonly state: string;
  readonly hash: string;
  readonly total: MoneyBody;
  readonly count: number;
  readonly blocked: readonly { readonly personId: string; readonly reason: string }[];
  readonly approvedBy: readonly { readonly id: string }[];
  readonly available: readonly string[];
  readonly payouts: readonly PayoutBody[];
  readonly code?: string;
}

/** Waits until `ask` gives something; fails after ten seconds with `what`. */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> {
  for (let turn = 0; turn < 400; turn += 1) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`still waiting: ${what}`);
}

/** A running programme with money in its fund. */
export async function fundedProgram(atelier: TestApp, amount = 10_000_000): Promise<string> {
  const { id } = await openProgram(atelier);
  const body = { amount, currency: 'EUR' };
  const funded = await atelier.request('POST', `/api/v1/programs/${id}/funding`, { as: 'finance', body });
  if (funded.status >= 300) throw new Error(`not funded: ${JSON.stringify(funded.body)}`);
  return id;
}

/** Lets accepted feedback of `artist` be priced, `times` times, by the rate card in force. */
export async function earn(atelier: TestApp, artist: CastName, programId: string, times = 1): Promise<void> {
  const outbox = atelier.app.get(Outbox);
  for (let count = 0; count < times; count += 1) {
    const feedbackId = newId('fbk');
    await atelier.db.tx((tx) =>
      outbox.add(tx, feedbackMoved, {
        feedbackId,
        payRef: feedbackId,
        isPrivate: false,
        origin: 'volunteered',
        personId: atelier.people[artist].id,
        programId,
        type: 'issue',
        verb: 'accept',
        from: 'triaged',
        to: 'accepted',
      }),
    );
  }
  await atelier.settle();
}

export interface DueOf {
  readonly personId: string;
  readonly amount: bigint;
  readonly withheld: bigint;
  readonly earningIds: readonly string[];
}

/** What a draft would find due in euros. */
export async function dueIn(atelier: TestApp, programId: string): Promise<DueOf[]> {
  return atelier.db.tx(async (tx) => {
    await atelier.app.get(CompensationService).prepareDraft(tx, { programId, currency: 'EUR' });
    return tx.query<DueOf>(
      `SELECT person_id AS "personId", amount, withheld, earning_ids AS "earningIds"
       FROM compensation_due($1, 'EUR') ORDER BY person_id`,
      [programId],
    );
  });
}

export async function draftBatch(atelier: TestApp, programId: string): Promise<BatchBody> {
  const body = { programId, currency: 'EUR' };
  const answer = await atelier.request<BatchBody>('POST', '/api/v1/payout-batches', { as: 'finance', body });
  if (answer.status !== 201) throw new Error(`no batch: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export async function approveBatch(
  atelier: TestApp,
  { id, hash }: BatchBody,
  as: CastName = 'finance2',
): Promise<void> {
  const answer = await atelier.request('POST', `/api/v1/payout-batches/${id}/approve`, {
    as,
    body: { hash },
  });
  if (answer.status !== 200) throw new Error(`not approved: ${JSON.stringify(answer.body)}`);
}

export async function payoutIn(atelier: TestApp, id: string, state: string): Promise<PayoutBody> {
  return until(`${id} in ${state}`, async () => {
    const { body } = await atelier.request<PayoutBody>('GET', `/api/v1/payouts/${id}`, { as: 'finance' });
    return body.state === state && body;
  });
}

/** Milliseconds after which the sandbox rail lets a transfer arrive by itself. */
export function settleAfter(atelier: TestApp, settleAfterMs: number): void {
  Object.assign(atelier.app.get<SandboxOptions>(SANDBOX_OPTIONS), { settleAfterMs });
}

/** The next call of `pay` breaks: before the rail did anything, or after it did everything. */
export function breakNextPay(atelier: TestApp, when: 'before' | 'after'): void {
  const rail = atelier.app.get(SandboxRail);
  const pay = rail.pay.bind(rail);
  rail.pay = async (request) => {
    rail.pay = pay;
    if (when === 'after') await pay(request);
    throw new Error('socket hang up');
  };
}

/** Rows that the standing checks complain about, by file. */
export async function complaints(atelier: TestApp, prefix: RegExp): Promise<Record<string, unknown[]>> {
  const folder = path.resolve(__dirname, '../../checks');
  const found: Record<string, unknown[]> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.sql') && prefix.test(name))) {
    const rows = await atelier.db.read(readFileSync(path.join(folder, file), 'utf8'));
    if (rows.length > 0) found[file] = rows;
  }
  return found;
}
