import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import {
  awardMoved,
  grantApplicationMoved,
  milestoneMoved,
  seatMoved,
  type AwardMoved,
  type GrantApplicationMoved,
  type MilestoneMoved,
  type SeatMoved,
} from '../grants/contract';
import { NoticeService } from './notice.service';

/** Grants and events. */
@Injectable()
export class GrantListener {
  constructor(private readonly notices: NoticeService) {}

  @On(grantApplicationMoved)
  async onApplicationMoved(tx: Tx, event: DomainEvent<GrantApplicationMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(awardMoved)
  async onAwardMoved(tx: Tx, event: DomainEvent<AwardMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(milestoneMoved)
  async onMilestoneMoved(tx: Tx, event: DomainEvent<MilestoneMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(seatMoved)
  async onSeatMoved(tx: Tx, event: DomainEvent<SeatMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }
}
