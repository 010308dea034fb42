import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { ProgramModule } from '../program';
import { GrantsModule } from '../grants';
import { FinanceReportController } from './finance-report.controller';
import { FinanceReportRepository } from './finance-report.repository';
import { FinanceReportService } from './finance-report.service';
import { PayNumbersController } from './pay/pay-numbers.controller';
import { PayNumbersRepository } from './pay/pay-numbers.repository';
import { PayNumbersService } from './pay/pay-numbers.service';
import { PublicReportController } from './public-report.controller';
import { PublicReportService } from './public-report.service';
import { ReportRepository } from './report.repository';

@Module({
  imports: [AccessModule, GrantsModule, ProgramModule],
  controllers: [PublicReportController, FinanceReportController, PayNumbersController],
  providers: [
    PublicReportService,
    ReportRepository,
    FinanceReportService,
    FinanceReportRepository,
    PayNumbersRepository,
    PayNumbersService,
  ],
})
export class ReportsModule {}
