import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { csvFile, type CsvRow } from '../../platform/http/csv';
import { Access } from '../access';
import { PublicReportView, ReportQuery } from './public-report.dto';
import { PublicReportService, reportRows } from './public-report.service';

async function* csvRows(report: PublicReportView): AsyncGenerator<CsvRow> {
  yield* reportRows(report);
}

@ApiTags('reports')
@Controller('api/v1/reports')
export class PublicReportController {
  constructor(private readonly reports: PublicReportService) {}

  @Get('public')
  @Access('public.read')
  @Header('cache-control', 'public, max-age=30')
  @ApiOperation({ operationId: 'getPublicReport', summary: 'What the programme did, for everybody' })
  async get(@Query() { programId }: ReportQuery): Promise<PublicReportView> {
    return this.reports.get(programId ?? null);
  }

  @Get('public.csv')
  @Access('public.read')
  @ApiOperation({
    operationId: 'downloadPublicReport',
    summary: 'The public report as CSV',
    description: 'RFC 4180, UTF-8: section, key, value, suppressed. A suppressed value is empty.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async download(@Query() { programId }: ReportQuery): Promise<StreamableFile> {
    const report = await this.reports.get(programId ?? null);
    return csvFile('report.csv', ['section', 'key', 'value', 'suppressed'], csvRows(report));
  }
}
