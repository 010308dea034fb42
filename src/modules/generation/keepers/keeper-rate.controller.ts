import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import { KeeperRatesView, ProjectListView } from './keeper-rate.dto';
import { KeeperRateService } from './keeper-rate.service';

@ApiTags('generations')
@Controller('api/v1/generations')
export class KeeperRateController {
  constructor(private readonly rates: KeeperRateService) {}

  @Get('keeper-rates')
  @Access('generation.read')
  @ApiOperation({
    operationId: 'getKeeperRates',
    summary: 'Attempts, minutes and credits for each keeper, by style and model; for managers by artist too',
  })
  @ApiOkResponse({ type: KeeperRatesView })
  async get(@Me() me: Actor): Promise<KeeperRatesView> {
    return this.rates.of(me);
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
