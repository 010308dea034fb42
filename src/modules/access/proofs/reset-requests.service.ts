import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { resetRequested, verificationAsked } from '../contract';

/** Notes that somebody forgot a password. Whether there is such an account is looked at afterwards. */
@Injectable()
export class ResetRequests {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  async request(email: string, network: string): Promise<void> {
    await this.db.tx((tx) => this.outbox.add(tx, resetRequested, { email, network }));
  }

  /** Notes that the link of a sign-up is asked for once more. */
  async verification(email: string, network: string): Promise<void> {
    await this.db.tx((tx) => this.outbox.add(tx, verificationAsked, { email, network }));
  }
}
