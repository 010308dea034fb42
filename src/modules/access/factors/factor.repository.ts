import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';

/** What a person can prove themselves with, besides a password. */
export interface FactorSummary {
  readonly codeAppAt: Date | null;
  readonly passkeys: number;
  readonly recoveryCodesLeft: number;
}

export interface CodeApp {
  readonly sealed: Buffer;
  readonly isConfirmed: boolean;
  readonly lastStep: number;
}

/**
 * Caller: FactorRepository.summary, once a view of a session.
 * Index: primary keys of access_totps and access_recovery_codes, access_passkeys_person.
 * Twice: reading only.
 */
const SUMMARY = `
  SELECT (SELECT confirmed_at FROM access_totps WHERE person_id = $1) AS "codeAppAt",
    (SELECT count(*)::int FROM access_passkeys WHERE person_id = $1) AS passkeys,
    (SELECT count(*)::int FROM access_recovery_codes WHERE person_id = $1 AND used_at IS NULL) AS "recoveryCodesLeft"`;

/**
 * Caller: CodeAppService.begin.
 * Index: primary key.
 * Twice: the second begins anew; a confirmed one is left alone and no row returned.
 */
const BEGIN = `
  INSERT INTO access_totps (person_id, sealed) VALUES ($1, $2)
  ON CONFLICT (person_id) DO UPDATE SET sealed = excluded.sealed, created_at = now()
  WHERE access_totps.confirmed_at IS NULL RETURNING person_id`;

/**
 * Caller: RecoveryService.use.
 * Index: primary key.
 * Twice: the second finds the code used and touches nothing.
 */
const USE_CODE = `
  UPDATE access_recovery_codes SET used_at = now() WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL`;

@Injectable()
export class FactorRepository {
  constructor(private readonly db: Database) {}

  /** Inside of a transaction hand over `tx`. */
  async summary(personId: string, tx?: Tx): Promise<FactorSummary> {
    const rows = await (tx === undefined
      ? this.db.read<FactorSummary & Record<string, unknown>>(SUMMARY, [personId])
      : tx.query<FactorSummary & Record<string, unknown>>(SUMMARY, [personId]));
    return rows[0] as FactorSummary;
  }

  /** Makes whoever changes a person's factors wait for each other, so that the last two do not go at once. */
  async lockPerson(tx: Tx, personId: string): Promise<void> {
    await tx.query('SELECT id FROM access_people WHERE id = $1 FOR UPDATE', [personId]);
  }

  /** `false`: there is a confirmed one. */
  async beginCodeApp(tx: Tx, personId: string, sealed: Buffer): Promise<boolean> {
    return (await tx.query(BEGIN, [personId, sealed])).length === 1;
  }

  /** Locked: of two uses of one code at once, the second finds its step taken. */
  async lockCodeApp(tx: Tx, personId: string): Promise<CodeApp | null> {
    const [row] = await tx.query<CodeApp>(
      `SELECT sealed, confirmed_at IS NOT NULL AS "isConfirmed", last_step::int AS "lastStep"
       FROM access_totps WHERE person_id = $1 FOR UPDATE`,
      [personId],
    );
    return row ?? null;
  }

  /** Notes the step of the code just used, and that the app is confirmed. */
  async useStep(tx: Tx, personId: string, step: number): Promise<void> {
    await tx.run(
      'UPDATE access_totps SET last_step = $2, confirmed_at = coalesce(confirmed_at, now()) WHERE person_id = $1',
      [personId, step],
    );
  }

  async removeCodeApp(tx: Tx, personId: string): Promise<boolean> {
    return (
      (await tx.run('DELETE FROM access_totps WHERE person_id = $1 AND confirmed_at IS NOT NULL', [
        personId,
      ])) > 0
    );
  }

  /** Puts these codes in the place of all earlier ones. */
  async replaceCodes(tx: Tx, personId: string, hashes: readonly Buffer[]): Promise<void> {
    await tx.run('DELETE FROM access_recovery_codes WHERE person_id = $1', [personId]);
    await tx.run('INSERT INTO access_recovery_codes (person_id, code_hash) SELECT $1, unnest($2::bytea[])', [
      personId,
      hashes,
    ]);
  }

  async useCode(tx: Tx, personId: string, hash: Buffer): Promise<boolean> {
    return (await tx.run(USE_CODE, [personId, hash])) === 1;
  }

  /** Takes every factor of a person away. */
  async clear(tx: Tx, personId: string): Promise<void> {
    await tx.run('DELETE FROM access_totps WHERE person_id = $1', [personId]);
    await tx.run('DELETE FROM access_recovery_codes WHERE person_id = $1', [personId]);
    await tx.run('DELETE FROM access_passkeys WHERE person_id = $1', [personId]);
  }
}
