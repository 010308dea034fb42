import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import { archiveMoved, exportMoved, type ArchiveMoved, type ExportMoved } from '../reports/contract';
import { NoticeService } from './notice.service';

/** Files that somebody asked for: of the finance console, and of everything of one's own. */
@Injectable()
export class ReadingListener {
  constructor(private readonly notices: NoticeService) {}

  @On(exportMoved)
  async onExportMoved(tx: Tx, event: DomainEvent<ExportMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }

  @On(archiveMoved)
  async onArchiveMoved(tx: Tx, event: DomainEvent<ArchiveMoved>): Promise<void> {
    await this.notices.tell(tx, event);
  }
}
