import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { licenceGranted } from '../contract';
import { USES } from '../domain/showcase';
import { LicenceRepository, type NewLicence } from './licence.repository';

/** Writes a licence and tells that it is to be paid, in the caller's transaction. */
@Injectable()
export class LicensingService {
  constructor(
    private readonly licences: LicenceRepository,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** The caller has locked the consent and looked at it; the database looks again. Returns the id. */
  async grant(
    tx: Tx,
    me: Actor,
    licence: Omit<NewLicence, 'id' | 'grantedBy'>,
    title: string,
  ): Promise<string> {
    const id = newId('lic');
    await this.licences.insert(tx, { ...licence, id, grantedBy: me.id });
    const { workId, personId, programId, use, roundId, purpose, endsAt } = licence;
    await this.audit.record(tx, me, 'approval.grant_licence', id, { workId, use, roundId, purpose });
    await this.outbox.add(tx, licenceGranted, {
      licenceId: id,
      workId,
      personId,
      programId,
      use,
      rateItem: USES[use].rateItem,
      roundId,
      purpose,
      title,
      endsAt: endsAt.toISOString(),
    });
    return id;
  }
}
