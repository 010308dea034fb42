import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import { exportMoved, type ExportMoved } from '../reports/contract';
import { NoticeService } from './notice.service';

/** Files of the finance console. */
@Injectable()
export class ReadingListener {
  constructor(private readonly notices: NoticeService) {}

  @On(exportMoved)
  async onExportMoved(tx: Tx, event: DomainEvent<ExportMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }
}
