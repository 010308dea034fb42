import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { accessRefusals, securityChanged } from '../contract';
import { FactorRepository } from './factor.repository';
import { Sealing } from './sealing.service';

const CODES = 10;
/** Without what is mistaken for something else on paper: 31 letters, so 10 of them are 49 bits, and tries are throttled. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
const LENGTH = 10;

const fresh = (): string =>
  Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');

/** As somebody types it from paper: dashes, spaces and capitals do not matter. */
const plain = (typed: string): string => typed.toLowerCase().replace(/[^0-9a-z]/g, '');

/** Codes on paper for the day when phone and passkey are gone. Kept as MACs, shown once, each used once. */
@Injectable()
export class RecoveryService {
  constructor(
    private readonly db: Database,
    private readonly factors: FactorRepository,
    private readonly sealing: Sealing,
    private readonly outbox: Outbox,
  ) {}

  /** Ten new codes; all earlier ones stop working. Refuses `no_second_factor`. */
  async make(me: Actor): Promise<string[]> {
    const codes = Array.from({ length: CODES }, fresh);
    await this.db.tx(async (tx) => {
      const { codeAppAt, passkeys } = await this.factors.summary(me.id, tx);
      if (codeAppAt === null && passkeys === 0) throw refusal(accessRefusals, 'no_second_factor');
      await this.factors.replaceCodes(
        tx,
        me.id,
        codes.map((code) => this.sealing.codeHash(me.id, code)),
      );
      await this.tell(tx, me.id, 'recovery_codes_made', String(CODES));
    });
    return codes.map((code) => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`);
  }

  /** Uses a code up; `false`: there is no such code, or it was used. */
  async use(tx: Tx, personId: string, typed: string): Promise<boolean> {
    if (!(await this.factors.useCode(tx, personId, this.sealing.codeHash(personId, plain(typed)))))
      return false;
    const { recoveryCodesLeft } = await this.factors.summary(personId, tx);
    await this.tell(tx, personId, 'recovery_code_used', String(recoveryCodesLeft));
    return true;
  }

  private async tell(
    tx: Tx,
    personId: string,
    what: 'recovery_codes_made' | 'recovery_code_used',
    detail: string,
  ): Promise<void> {
    await this.outbox.add(tx, securityChanged, { personId, what, detail, by: personId });
  }
}
