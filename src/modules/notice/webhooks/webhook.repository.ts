import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { Outcome } from '../domain/webhook-retry';
import { WebhookEntity } from './webhook.entity';

const TABLES = { table: 'notice_webhooks', history: 'notice_webhooks_history' } as const;

export type NewWebhook = Pick<
  WebhookEntity,
  'id' | 'personId' | 'programId' | 'isStaff' | 'url' | 'description' | 'events' | 'secret' | 'secretPrint'
>;

export type WebhookChange = Partial<
  Pick<
    WebhookEntity,
    | 'url'
    | 'description'
    | 'events'
    | 'secret'
    | 'secretPrint'
    | 'secretLeakedAt'
    | 'previousSecret'
    | 'previousPrint'
    | 'previousUntil'
  >
>;

/** An endpoint that a message is for. */
export type Subscriber = Pick<WebhookEntity, 'id' | 'state' | 'personId' | 'isStaff'>;

/**
 * Caller: WebhookFan.fan, for each event that webhooks can be told of. What does not listen is among it for thirty days:
 * nothing is written down for ever for an endpoint that nobody comes back to.
 * Index: notice_webhooks_once by person; notice_webhooks_staff.
 * Twice: reading only.
 */
const LIST_SUBSCRIBED = `
  SELECT id, state, person_id AS "personId", is_staff AS "isStaff" FROM notice_webhooks
  WHERE state <> 'removed' AND (state = 'active' OR updated_at > now() - interval '30 days')
    AND $1 = ANY (events) AND (program_id IS NULL OR program_id = $3)
    AND ((person_id = $2 AND NOT is_staff) OR ($4 AND is_staff))`;

/**
 * Caller: WebhookSender, after a try; $2 is whether there was a receipt.
 * Index: primary key.
 * Twice: counts one failure more; a receipt resets.
 */
const COUNT_TRY = `
  UPDATE notice_webhooks SET
    failures = CASE WHEN $2 THEN 0 ELSE failures + 1 END,
    failing_since = CASE WHEN $2 THEN NULL ELSE coalesce(failing_since, now()) END
  WHERE id = $1 RETURNING failures, failing_since AS "failingSince"`;

@Injectable()
export class WebhookRepository {
  constructor(private readonly db: Database) {}

  /** `false`: this person has an endpoint at this address. */
  async insert(tx: Tx, row: NewWebhook): Promise<boolean> {
    const sql = `INSERT INTO notice_webhooks (id, person_id, program_id, is_staff, url, description, events, state, secret, secret_print)
      VALUES ($1, $2, $3, $4, $5, $6, $7, 'active', $8, $9) ON CONFLICT DO NOTHING`;
    const { id, personId, programId, isStaff, url, description, events, secret, secretPrint } = row;
    return (
      (await tx.run(sql, [
        id,
        personId,
        programId,
        isStaff,
        url,
        description,
        events,
        secret,
        secretPrint,
      ])) === 1
    );
  }

  async countOf(tx: Tx, personId: string): Promise<number> {
    const sql = `SELECT count(*)::int AS count FROM notice_webhooks WHERE person_id = $1 AND state <> 'removed'`;
    return (await tx.query<{ count: number }>(sql, [personId]))[0]?.count ?? 0;
  }

  async listOf(personId: string): Promise<WebhookEntity[]> {
    return this.db.manager
      .createQueryBuilder(WebhookEntity, 'webhook')
      .where(`webhook.person_id = :personId AND webhook.state <> 'removed'`, { personId })
      .orderBy('webhook.id', 'DESC')
      .getMany();
  }

  /** One of one's own that is not removed. */
  async findOwn(personId: string, id: string, tx?: Tx): Promise<WebhookEntity | null> {
    const row = await (tx ?? this.db).manager.findOneBy(WebhookEntity, { id, personId });
    return row?.state === 'removed' ? null : row;
  }

  async lock(tx: Tx, id: string): Promise<WebhookEntity | null> {
    return tx.manager.findOne(WebhookEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The endpoint that a secret signs for, alone or beside a newer one. */
  async lockByPrint(tx: Tx, print: Buffer): Promise<WebhookEntity | null> {
    return tx.manager.findOne(WebhookEntity, {
      where: [{ secretPrint: print }, { previousPrint: print }],
      lock: { mode: 'pessimistic_write' },
    });
  }

  async find(id: string): Promise<WebhookEntity | null> {
    return this.db.manager.findOneBy(WebhookEntity, { id });
  }

  async change(tx: Tx, id: string, change: WebhookChange): Promise<void> {
    await tx.manager.update(WebhookEntity, { id }, { ...change, updatedAt: new Date() });
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** The state and the loss of the secrets are one statement: a CHECK asks for both. */
  async remove(tx: Tx, move: StateMove): Promise<boolean> {
    const gone = await tx.run(
      `UPDATE notice_webhooks SET state = 'removed', secret = NULL, previous_secret = NULL, secret_print = NULL, previous_print = NULL, updated_at = now() WHERE id = $1 AND state = $2`,
      [move.id, move.from],
    );
    if (gone === 0) return false;
    await tx.run(
      `INSERT INTO notice_webhooks_history (subject_id, verb, from_state, to_state, actor_id) VALUES ($1, 'remove', $2, 'removed', $3)`,
      [move.id, move.from, move.actor.id],
    );
    return true;
  }

  /** A resumed endpoint starts with a clean slate. */
  async forgive(tx: Tx, id: string): Promise<void> {
    await tx.run('UPDATE notice_webhooks SET failures = 0, failing_since = NULL WHERE id = $1', [id]);
  }

  async listSubscribed(
    tx: Tx,
    event: string,
    whose: { personId: string | null; programId: string | null; isForStaff: boolean },
  ): Promise<Subscriber[]> {
    return tx.query(LIST_SUBSCRIBED, [event, whose.personId, whose.programId, whose.isForStaff]);
  }

  async countTry(
    tx: Tx,
    id: string,
    isReceived: boolean,
  ): Promise<{ failures: number; failingSince: Date | null }> {
    const [row] = await tx.query<{ failures: number; failingSince: Date | null }>(COUNT_TRY, [
      id,
      isReceived,
    ]);
    return row ?? { failures: 0, failingSince: null };
  }
}

export type TryOutcome = Outcome & { readonly milliseconds: number };
