import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../access';
import { FinanceReportView } from './finance-report.dto';
import { FinanceReportService } from './finance-report.service';
import { ReportQuery } from './public-report.dto';

@ApiTags('reports')
@Controller('api/v1/reports')
export class FinanceReportController {
  constructor(private readonly reports: FinanceReportService) {}

  @Get('finance')
  @Access('report.finance')
  @ApiOperation({
    operationId: 'getFinanceReport',
    summary: 'What is owed, what is left, what has waited how long',
  })
  async get(@Query() { programId }: ReportQuery): Promise<FinanceReportView> {
    return this.reports.get(programId ?? null);
  }
}
