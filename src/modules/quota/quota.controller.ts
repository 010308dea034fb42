import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/actor';
import { systemClock } from '../../kernel/clock';
import { PageQuery } from '../../platform/http/page-query.dto';
import { Access, Me } from '../access';
import { BalanceService } from './balance.service';
import { PRICES, priceTableAt } from './contract';
import { PriceTableListView, PriceTableView, priceTableView, QuotaQuery, QuotaView } from './quota.dto';

@ApiTags('quota')
@Controller('api/v1')
export class QuotaController {
  constructor(private readonly balances: BalanceService) {}

  @Get('quota')
  @Access('quota.own')
  @ApiOperation({
    operationId: 'getQuota',
    summary: 'Credits left, the plan in force, and everything that moved',
  })
  @ApiOkResponse({ type: QuotaView })
  async getQuota(@Me() me: Actor, @Query() query: QuotaQuery): Promise<QuotaView> {
    return this.balances.mine(me.id, query);
  }

  @Get('quota/:enrollmentId')
  @Access('quota.read')
  @ApiOperation({ operationId: 'getQuotaOf', summary: 'Credits of one artist, for staff' })
  @ApiOkResponse({ type: QuotaView })
  async getQuotaOf(
    @Param('enrollmentId') enrollmentId: string,
    @Query() page: PageQuery,
  ): Promise<QuotaView> {
    return this.balances.of(enrollmentId, page);
  }

  @Get('prices')
  @Access('public.read')
  @ApiOperation({ operationId: 'getPrices', summary: 'The published price table in force' })
  @ApiOkResponse({ type: PriceTableView })
  getPrices(): PriceTableView {
    return priceTableView(priceTableAt(systemClock.now()));
  }

  @Get('prices/versions')
  @Access('quota.read')
  @ApiOperation({ operationId: 'listPrices', summary: 'Every published price table, for staff' })
  @ApiOkResponse({ type: PriceTableListView })
  listPrices(): PriceTableListView {
    return { items: PRICES.map(priceTableView).toReversed() };
  }
}
