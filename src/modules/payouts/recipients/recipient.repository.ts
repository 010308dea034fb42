import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { Database, type Tx } from '../../../platform/db/database';
import type { RailKey, RailMode, RailRecipient, RecipientTry } from '../domain/rail';
import { RecipientEntity } from './recipient.entity';

/**
 * Caller: RecipientService, after the rail was asked; $10 is a new row's id.
 * Index: unique (person_id, rail).
 * Twice: the row is what the rail says; the time of a change is kept while nothing changes.
 */
const SAVE = `
  INSERT INTO payouts_recipients AS r (id, person_id, rail, mode, ref, standing, requirements, country, last4, mark)
  VALUES ($10, $1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT (person_id, rail) DO UPDATE SET ref = $4, standing = $5, requirements = $6, country = $7, last4 = $8,
    mark_changed_at = CASE WHEN r.mark IS DISTINCT FROM $9 AND r.mark IS NOT NULL THEN now() ELSE r.mark_changed_at END,
    mark = $9, synced_at = now()`;

/**
 * Caller: RecipientRepository.beginTry, before a rail is asked to make somebody known.
 * Index: primary key (person_id, rail).
 * Twice: the same try, and it says so: what it made is looked for first.
 */
const BEGIN = `
  INSERT INTO payouts_recipient_tries AS t (person_id, rail) VALUES ($1, $2)
  ON CONFLICT (person_id, rail) DO UPDATE SET tried_at = now()
  RETURNING number, CASE WHEN tried_at > begun_at THEN begun_at END AS since`;

/**
 * Caller: RecipientRepository.endTry, after a definite refusal.
 * Index: primary key (person_id, rail).
 * Twice: only the try that was refused is followed by another.
 */
const END = `UPDATE payouts_recipient_tries SET number = number + 1 WHERE person_id = $1 AND rail = $2 AND number = $3`;

@Injectable()
export class RecipientRepository {
  constructor(private readonly db: Database) {}

  async listOf(personId: string): Promise<RecipientEntity[]> {
    return this.db.manager.find(RecipientEntity, { where: { personId }, order: { rail: 'ASC' } });
  }

  async findOf(personId: string, rail: RailKey, tx?: Tx): Promise<RecipientEntity | null> {
    return (tx?.manager ?? this.db.manager).findOneBy(RecipientEntity, { personId, rail });
  }

  async findByRef(rail: RailKey, ref: string): Promise<RecipientEntity | null> {
    return this.db.manager.findOneBy(RecipientEntity, { rail, ref });
  }

  /** All rows of these people. */
  async listOfAll(tx: Tx, personIds: readonly string[]): Promise<RecipientEntity[]> {
    return tx.manager
      .createQueryBuilder(RecipientEntity, 'recipient')
      .where('recipient.person_id = ANY (:personIds)', { personIds })
      .getMany();
  }

  async save(tx: Tx, personId: string, rail: RailKey, mode: RailMode, seen: RailRecipient): Promise<void> {
    const { ref, standing, requirements, country, last4, fingerprint } = seen;
    await tx.run(SAVE, [
      personId, rail, mode, ref, standing, requirements, country, last4, fingerprint, newId('rcp'),
    ]); // prettier-ignore
  }

  async beginTry(tx: Tx, personId: string, rail: RailKey): Promise<RecipientTry> {
    const [row] = await tx.query<RecipientTry>(BEGIN, [personId, rail]);
    return row ?? { number: 1, since: null };
  }

  async endTry(tx: Tx, personId: string, rail: RailKey, number: number): Promise<void> {
    await tx.run(END, [personId, rail, number]);
  }

  async choose(tx: Tx, personId: string, rail: RailKey): Promise<void> {
    await tx.run(
      'UPDATE payouts_recipients SET is_chosen = false WHERE person_id = $1 AND is_chosen AND rail <> $2',
      [personId, rail],
    );
    await tx.run('UPDATE payouts_recipients SET is_chosen = true WHERE person_id = $1 AND rail = $2', [
      personId,
      rail,
    ]);
  }
}
