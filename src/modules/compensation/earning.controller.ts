import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/actor';
import { PageQuery } from '../../platform/http/page-query.dto';
import { Access, Me } from '../access';
import { EarningDetailView, EarningPage, EarningQuery } from './earning.dto';
import { EarningViewService } from './earning-view.service';

@ApiTags('earnings')
@Controller('api/v1')
export class EarningController {
  constructor(private readonly earnings: EarningViewService) {}

  @Get('earnings')
  @Access('earning.own')
  @ApiOperation({ operationId: 'listMyEarnings', summary: 'What you earned, newest first' })
  async mine(@Query() query: PageQuery, @Me() me: Actor): Promise<EarningPage> {
    return this.earnings.list({ personId: me.id }, query);
  }

  @Get('finance/earnings')
  @Access('earning.read_any')
  @ApiOperation({ operationId: 'listEarnings', summary: 'Earnings of everybody, newest first' })
  async list(@Query() { cursor, limit, ...filter }: EarningQuery): Promise<EarningPage> {
    return this.earnings.list(filter, { cursor, limit });
  }

  /** Problems: `compensation.not_found`. */
  @Get('earnings/:id')
  @Access('earning.read')
  @ApiOperation({ operationId: 'getEarning', summary: 'An earning with everything behind it' })
  async get(@Param('id') id: string, @Me() me: Actor): Promise<EarningDetailView> {
    return this.earnings.get(me, id);
  }
}
