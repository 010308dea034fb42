import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { GrantsModule } from '../grants';
import { LedgerModule } from '../ledger';
import { PayoutsModule } from '../payouts';
import { ProgramModule } from '../program';
import { ArchiveContentService } from './archives/archive-content.service';
import { ArchiveController } from './archives/archive.controller';
import { ArchiveProcessor } from './archives/archive.processor';
import { ArchiveRepository } from './archives/archive.repository';
import { ArchiveService } from './archives/archive.service';
import { ArchivingService } from './archives/archiving.service';
import { ContentService } from './exports/content.service';
import { ExportController } from './exports/export.controller';
import { ExportProcessor } from './exports/export.processor';
import { ExportRepository } from './exports/export.repository';
import { ExportService } from './exports/export.service';
import { ExportViews } from './exports/export-views.service';
import { JournalRepository } from './exports/journal.repository';
import { WritingService } from './exports/writing.service';
import { FinanceReportController } from './finance-report.controller';
import { FinanceReportRepository } from './finance-report.repository';
import { FinanceReportService } from './finance-report.service';
import { PeriodController } from './periods/period.controller';
import { PeriodRepository } from './periods/period.repository';
import { PeriodService } from './periods/period.service';
import { PayNumbersController } from './pay/pay-numbers.controller';
import { PayNumbersRepository } from './pay/pay-numbers.repository';
import { PayNumbersService } from './pay/pay-numbers.service';
import { PublicReportController } from './public-report.controller';
import { PublicReportService } from './public-report.service';
import { ReadingController } from './readings/reading.controller';
import { ReadingRepository } from './readings/reading.repository';
import { ReadingService } from './readings/reading.service';
import { ReportRepository } from './report.repository';
import { SavedFilterController } from './saved/saved-filter.controller';
import { SavedFilterRepository } from './saved/saved-filter.repository';
import { SavedFilterService } from './saved/saved-filter.service';

@Module({
  imports: [AccessModule, AuditModule, GrantsModule, LedgerModule, PayoutsModule, ProgramModule],
  controllers: [
    PublicReportController,
    FinanceReportController,
    ReadingController,
    SavedFilterController,
    ExportController,
    ArchiveController,
    PeriodController,
    PayNumbersController,
  ],
  providers: [
    PublicReportService,
    ReportRepository,
    FinanceReportService,
    FinanceReportRepository,
    ReadingService,
    ReadingRepository,
    SavedFilterService,
    SavedFilterRepository,
    ExportService,
    ExportViews,
    ExportRepository,
    ExportProcessor,
    ArchiveService,
    ArchiveRepository,
    ArchiveContentService,
    ArchivingService,
    ArchiveProcessor,
    ContentService,
    JournalRepository,
    WritingService,
    PeriodService,
    PeriodRepository,
    PayNumbersRepository,
    PayNumbersService,
  ],
})
export class ReportsModule {}
