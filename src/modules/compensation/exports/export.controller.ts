import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { csvFile } from '../../../platform/http/csv';
import { Access, Me } from '../../access';
import { EarningViewService } from '../earning-view.service';
import { EarningFilterQuery, EarningTotalsView } from './export.dto';
import { EARNING_HEADER, EarningExportService } from './export.service';

const DESCRIPTION =
  'RFC 4180, UTF-8, one row per earning, newest first, and a last row per currency with TOTAL in the first column. Text ' +
  'that a spreadsheet would run as a formula begins with an apostrophe. amount is decimal, *_minor are integers.';

@ApiTags('earnings')
@Controller('api/v1')
export class EarningExportController {
  constructor(
    private readonly exports: EarningExportService,
    private readonly views: EarningViewService,
  ) {}

  @Get('me/earnings.csv')
  @Access('earning.own')
  @ApiOperation({
    operationId: 'downloadMyEarnings',
    summary: 'Your earnings as CSV',
    description: DESCRIPTION,
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  mine(@Me() me: Actor): StreamableFile {
    return csvFile('earnings.csv', [...EARNING_HEADER], this.exports.rows({ personId: me.id }));
  }

  @Get('finance/earnings.csv')
  @Access('earning.read_any')
  @ApiOperation({
    operationId: 'downloadEarnings',
    summary: 'Earnings of everybody as CSV, by the filters of the list',
    description: DESCRIPTION,
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  download(@Query() filter: EarningFilterQuery): StreamableFile {
    return csvFile('earnings.csv', [...EARNING_HEADER], this.exports.rows(filter));
  }

  @Get('finance/earning-totals')
  @Access('earning.read_any')
  @ApiOperation({
    operationId: 'sumEarnings',
    summary: 'Count and sums of earnings, by the filters of the list',
  })
  async totals(@Query() filter: EarningFilterQuery): Promise<EarningTotalsView> {
    return this.views.totals(filter);
  }
}
