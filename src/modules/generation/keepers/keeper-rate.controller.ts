import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { csvFile } from '../../../platform/http/csv';
import { Access, Me } from '../../access';
import { KeeperRatesQuery, KeeperRatesView, ProjectListView } from './keeper-rate.dto';
import { KeeperRateService, RATES_HEADER } from './keeper-rate.service';

@ApiTags('generations')
@Controller('api/v1/generations')
export class KeeperRateController {
  constructor(private readonly rates: KeeperRateService) {}

  @Get('keeper-rates')
  @Access('generation.read')
  @ApiOperation({
    operationId: 'getKeeperRates',
    summary:
      'Attempts, minutes and credits for each keeper, by style, model and length of the prompt; for managers by artist too',
  })
  @ApiOkResponse({ type: KeeperRatesView })
  async get(@Me() me: Actor, @Query() query: KeeperRatesQuery): Promise<KeeperRatesView> {
    return this.rates.of(me, query);
  }

  @Get('keeper-rates.csv')
  @Access('generation.read')
  @ApiOperation({
    operationId: 'downloadKeeperRates',
    summary: 'The same as CSV, a row for each artist, style, model and length of the prompt',
    description: 'RFC 4180, UTF-8. Text that a spreadsheet would run as a formula begins with an apostrophe.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async csv(@Me() me: Actor, @Query() query: KeeperRatesQuery): Promise<StreamableFile> {
    return csvFile('keepers.csv', [...RATES_HEADER], await this.rates.table(me, query));
  }

  @Get('projects')
  @Access('generation.own')
  @ApiOperation({
    operationId: 'listProjects',
    summary: 'Own project names with the number of clips and keepers',
  })
  @ApiOkResponse({ type: ProjectListView })
  async projects(@Me() me: Actor): Promise<ProjectListView> {
    return this.rates.projects(me);
  }
}
