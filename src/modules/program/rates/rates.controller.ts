import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import { VersionParam } from '../publication.dto';
import { RateCardVersionView } from '../version.dto';
import { RateCardListView } from './rate-list.dto';
import { RateCardChangesView, RateCardCompareQuery } from './rates.dto';
import { RatesService } from './rates.service';

@ApiTags('programs')
@Controller('api/v1/programs/:id')
export class RatesController {
  constructor(private readonly rates: RatesService) {}

  /** Problems: `program.not_found`. */
  @Get('rate-cards')
  @Access('program.read')
  @ApiOperation({ operationId: 'listRateCards', summary: 'Every rate card, newest first' })
  async list(@Param('id') id: string, @Me() me: Actor): Promise<RateCardListView> {
    return this.rates.list(me, id);
  }

  /** Problems: `program.not_found`. */
  @Get('rate-cards/:version')
  @Access('program.read')
  @ApiOperation({ operationId: 'getRateCard', summary: 'One version of the rate card, with its hash' })
  async read(@Param() { id, version }: VersionParam, @Me() me: Actor): Promise<RateCardVersionView> {
    return this.rates.read(me, id, version);
  }

  /** Problems: `program.not_found`, `program.nothing_published`. */
  @Get('rate-card-changes')
  @Access('program.read')
  @ApiOperation({ operationId: 'compareRateCards', summary: 'What changed between two rate cards' })
  async compare(
    @Param('id') id: string,
    @Query() query: RateCardCompareQuery,
    @Me() me: Actor,
  ): Promise<RateCardChangesView> {
    return this.rates.compare(me, id, query);
  }
}
