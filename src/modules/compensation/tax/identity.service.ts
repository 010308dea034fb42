import { Injectable } from '@nestjs/common';
import { SealedBox } from '../../../platform/config/sealed-box';
import { Settings } from '../../../platform/config/settings';

/** Who somebody is before the tax office: what a form says, and of the number the last four characters only. */
export interface TaxIdentity {
  readonly legalName: string;
  readonly address: string;
  readonly numberEnd: string;
  /** `YYYY-MM-DD`, where a form asks for it. */
  readonly bornOn: string | null;
}

/** Keeps identities sealed to their owner. They are in no log, event or audit entry. */
@Injectable()
export class IdentitySealing {
  private readonly box: SealedBox;

  constructor(settings: Settings) {
    this.box = new SealedBox(settings, 'tax identities');
  }

  seal(personId: string, identity: TaxIdentity): Buffer {
    return this.box.seal(personId, JSON.stringify(identity));
  }

  /** Throws when it was sealed for somebody else, or under another secret of the installation. */
  open(personId: string, sealed: Buffer): TaxIdentity {
    return JSON.parse(this.box.open(personId, sealed)) as TaxIdentity;
  }
}
