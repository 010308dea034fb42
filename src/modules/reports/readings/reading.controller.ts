import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { csvFile } from '../../../platform/http/csv';
import { Access, Me } from '../../access';
import { fileHead } from '../domain/reading-sql';
import {
  ReadingFileQuery,
  ReadingGroupQuery,
  ReadingGroups,
  ReadingList,
  ReadingPage,
  ReadingParams,
  ReadingFilters,
  ReadingQuery,
  ReadingSums,
} from './reading.dto';
import { ReadingService } from './reading.service';

@ApiTags('readings')
@Controller('api/v1/readings')
export class ReadingController {
  constructor(private readonly readings: ReadingService) {}

  @Get()
  @Access('report.finance')
  @ApiOperation({
    operationId: 'listReadings',
    summary: 'Every reading: its question, columns, filters, groupings',
  })
  catalogue(): ReadingList {
    return { items: this.readings.catalogue() };
  }

  /** Problems: `reports.unknown_reading`, `reports.unknown_filter`, `reports.bad_value`, `reports.range_reversed`, `page.bad_cursor`. */
  @Get(':key')
  @Access('report.finance')
  @ApiOperation({ operationId: 'listReadingRows', summary: 'Rows of a reading, newest first' })
  async list(
    @Param() { key }: ReadingParams,
    @Query() { cursor, limit, ...filters }: ReadingQuery,
  ): Promise<ReadingPage> {
    return this.readings.list(key, filters, { cursor, limit });
  }

  @Get(':key/sums')
  @Access('report.finance')
  @ApiOperation({
    operationId: 'sumReading',
    summary: 'Number and sums of everything that fits the filters, by currency',
  })
  async sums(@Param() { key }: ReadingParams, @Query() filters: ReadingFilters): Promise<ReadingSums> {
    return this.readings.sums(key, filters);
  }

  /** Problems: `reports.unknown_group`. */
  @Get(':key/groups')
  @Access('report.finance')
  @ApiOperation({ operationId: 'groupReading', summary: 'The sums of a reading by one of its groupings' })
  async groups(
    @Param() { key }: ReadingParams,
    @Query() { by, ...filters }: ReadingGroupQuery,
  ): Promise<ReadingGroups> {
    return this.readings.groups(key, filters, by);
  }

  /** The copy itself is noted in the audit log. Problems: `reports.too_large`. */
  @Get(':key/csv')
  @Access('report.finance')
  @ApiOperation({
    operationId: 'downloadReading',
    summary: 'Up to 10,000 rows of a reading as CSV, with control totals',
    description:
      'RFC 4180, UTF-8, newest first, one last row per currency with TOTAL in the first column. Text that a spreadsheet ' +
      'would run as a formula begins with an apostrophe. Amounts are written in decimals, and in minor units as …_minor.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async download(
    @Me() me: Actor,
    @Param() { key }: ReadingParams,
    @Query() { header, ...filters }: ReadingFileQuery,
  ): Promise<StreamableFile> {
    const { reading } = this.readings.asked(key, filters);
    return csvFile(`${key}.csv`, fileHead(reading, header), await this.readings.rows(me, key, filters));
  }
}
