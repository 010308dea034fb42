import { Injectable } from '@nestjs/common';
import { hasRole, SYSTEM, type Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { accessRefusals, keyCreated, keyStopped, type KeyCard, type Scope } from '../contract';
import { keyWorkflow } from '../domain/key.workflow';
import { DEFAULT_DAYS, keyView, type KeyView, type NewKeyView } from './key.dto';
import type { KeyEntity } from './key.entity';
import { KeyRepository } from './key.repository';
import { KeySecrets } from './key-secrets.service';

/** A family may hold two active keys during an overlap; the bound is on all of a person's. */
const MOST_KEYS = 20;

export interface KeyDraft {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Credits. */
  readonly budget: bigint | null;
  readonly days: number;
}

type KeyVerb = keyof typeof keyWorkflow.moves;
type StoppingKey = Pick<KeyEntity, 'id' | 'personId' | 'name'>;

/** API keys of artists: made, rotated, stopped. Nothing here knows a secret after it was shown. */
@Injectable()
export class KeysService {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRepository,
    private readonly secrets: KeySecrets,
    private readonly outbox: Outbox,
  ) {}

  /**
   * A new key. Not repeatable by Idempotency-Key, because that would store the secret: a repeated request meets the
   * name. Refuses `key_name_taken`, `too_many_keys`.
   */
  async create(me: Actor, draft: KeyDraft): Promise<NewKeyView> {
    return this.db.tx(async (tx) => {
      if ((await this.keys.countActive(tx, me.id)) >= MOST_KEYS)
        throw refusal(accessRefusals, 'too_many_keys');
      return this.insert(tx, me, draft, null);
    });
  }

  /**
   * Replaces a key by a new one of its family. The old one works for 24 hours more, or stops now when `isLeaked`.
   * Refuses `not_found`, `key_rotated`, `wrong_state`.
   */
  async rotate(me: Actor, id: string, { isLeaked }: { isLeaked: boolean }): Promise<NewKeyView> {
    return this.db.tx(async (tx) => {
      const old = await this.lockOwn(tx, me, id);
      await this.step(tx, me, old, 'rotate');
      await this.keys.limitLife(tx, id);
      if (isLeaked) await this.stop(tx, me, old, 'revoke', 'leaked');
      return this.insert(tx, me, { ...old, days: DEFAULT_DAYS }, old);
    });
  }

  /** Stops a key for ever; stopping a stopped one is success. Staff stop anybody's and give a reason, others their own. */
  async revoke(me: Actor, id: string, reason = 'revoked'): Promise<KeyView> {
    return this.db.tx(async (tx) => {
      const isStaff = hasRole(me, 'manager') || hasRole(me, 'admin');
      const row = isStaff ? await this.keys.lock(tx, id) : await this.lockOwn(tx, me, id);
      if (row === null) throw refusal(accessRefusals, 'not_found');
      const moved = await this.stop(tx, me, row, 'revoke', reason);
      return keyView(moved ? { ...row, state: 'revoked' } : row, me);
    });
  }

  /** Ends the overlaps that are over; how many. Driven by the clock. */
  async retire(): Promise<number> {
    return this.db.tx(async (tx) => {
      const due = await this.keys.lockDue(tx);
      for (const key of due)
        await this.stop(tx, SYSTEM, { ...key, state: 'active', stopsAt: new Date() }, 'retire', 'rotated');
      return due.length;
    });
  }

  /** Keys of a person, newest first, as `me` may act on them. */
  async listOf(
    me: Actor,
    personId: string,
    page: { cursor?: string | undefined; limit: number },
  ): Promise<Page<KeyView>> {
    const before = page.cursor === undefined ? null : String(decodeCursor(page.cursor, 1)[0]);
    const rows = await this.keys.list(personId, before, page.limit + 1);
    return toPage(
      rows,
      page.limit,
      (row) => [row.id],
      (row) => keyView(row, me),
    );
  }

  /** What other modules may know of a key; `null`: there is none of this id. */
  async card(id: string): Promise<KeyCard | null> {
    const row = await this.keys.find(id);
    if (row === null) return null;
    const { personId, familyId, name, scopes, state, budget, expiresAt } = row;
    return { id, personId, familyId, name, scopes, state, budget, expiresAt };
  }

  private async lockOwn(tx: Tx, me: Actor, id: string): Promise<KeyEntity> {
    const row = await this.keys.lock(tx, id);
    if (row === null || row.personId !== me.id) throw refusal(accessRefusals, 'not_found');
    return row;
  }

  private async insert(tx: Tx, me: Actor, draft: KeyDraft, old: KeyEntity | null): Promise<NewKeyView> {
    const { secret, ...minted } = this.secrets.mint();
    const id = newId('key');
    const familyId = old?.familyId ?? id;
    const { name, scopes, budget, days } = draft;
    const row = await this.keys.insert(tx, {
      id,
      personId: me.id,
      familyId,
      name,
      scopes: [...scopes],
      budget,
      days,
      ...minted,
    });
    if (row === null) throw refusal(accessRefusals, 'key_name_taken', { name });
    await this.outbox.add(tx, keyCreated, {
      keyId: id,
      personId: me.id,
      name,
      familyId,
      rotatedFrom: old?.id ?? null,
      budget: budget === null ? null : Number(budget),
      by: me.id,
    });
    return { key: keyView(row, me), secret };
  }

  /** Moves and tells; `false`: it was stopped before and nothing was told again. */
  private async stop(
    tx: Tx,
    by: Actor,
    key: StoppingKey & Pick<KeyEntity, 'state' | 'stopsAt'>,
    verb: KeyVerb,
    reason: string,
  ): Promise<boolean> {
    if (!(await this.step(tx, by, key, verb, { reason }))) return false;
    await this.outbox.add(tx, keyStopped, {
      keyId: key.id,
      personId: key.personId,
      name: key.name,
      reason,
      by: by.id,
    });
    return true;
  }

  private async step(
    tx: Tx,
    actor: Actor,
    { id, state, stopsAt }: Pick<KeyEntity, 'id' | 'state' | 'stopsAt'>,
    verb: KeyVerb,
    note: Readonly<Record<string, unknown>> = {},
  ): Promise<boolean> {
    const decision = decide(keyWorkflow, state, verb, actor, { isRotated: stopsAt !== null });
    if (decision.kind === 'refused')
      throw refusedMove(accessRefusals, decision.code, keyWorkflow, state, verb);
    if (decision.kind === 'already') return false;
    if (await this.keys.move(tx, { id, verb, from: state, to: decision.to, actor, note })) return true;
    throw refusal(accessRefusals, 'wrong_state');
  }
}
