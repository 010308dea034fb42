import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/database';
import { PeopleService } from '../../access';
import type { WebhookEntity } from './webhook.entity';

/** Whose endpoints may be told what. */
@Injectable()
export class WebhookRights {
  constructor(private readonly people: PeopleService) {}

  /** What happens to everybody is told only while its owner still manages. */
  async mayBeTold(
    { isStaff, personId }: Pick<WebhookEntity, 'isStaff' | 'personId'>,
    tx?: Tx,
  ): Promise<boolean> {
    if (!isStaff) return true;
    const roles = (await this.people.find(personId, tx))?.roles ?? [];
    return roles.includes('manager') || roles.includes('admin');
  }
}
