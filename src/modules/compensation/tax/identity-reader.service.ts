import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Database } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { IdentitySealing } from './identity.service';
import type { TaxFormDetailView } from './tax.dto';
import { taxFormDetailView } from './tax.mapping';
import type { TaxFormEntity } from './tax-form.entity';
import { TaxFormRepository } from './tax-form.repository';

/** What a form says, for finance: each look is in the audit log. */
@Injectable()
export class IdentityReader {
  constructor(
    private readonly db: Database,
    private readonly forms: TaxFormRepository,
    private readonly sealing: IdentitySealing,
    private readonly audit: AuditService,
  ) {}

  async read(me: Actor, row: TaxFormEntity): Promise<TaxFormDetailView> {
    const { id, personId } = row;
    const sealed = await this.db.tx(async (tx) => {
      await this.audit.record(tx, me, 'tax_form.read', id, { personId });
      return this.forms.identity(id, tx);
    });
    return taxFormDetailView(row, me, sealed === null ? null : this.sealing.open(personId, sealed));
  }
}
