import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/actor';
import { PageQuery } from '../../platform/http/page-query.dto';
import { Access, Me } from '../access';
import { CompensationService } from './compensation.service';
import { EarningPage, EarningQuery, earningView } from './earning.dto';

@ApiTags('earnings')
@Controller('api/v1')
export class EarningController {
  constructor(private readonly compensation: CompensationService) {}

  @Get('earnings')
  @Access('earning.own')
  @ApiOperation({ operationId: 'listMyEarnings', summary: 'What you earned, newest first' })
  async mine(@Query() query: PageQuery, @Me() me: Actor): Promise<EarningPage> {
    const { items, next } = await this.compensation.listOf(me.id, query);
    return { items: items.map(earningView), next };
  }

  @Get('finance/earnings')
  @Access('earning.read_any')
  @ApiOperation({ operationId: 'listEarnings', summary: 'Earnings of everybody, newest first' })
  async list(@Query() { cursor, limit, ...filter }: EarningQuery): Promise<EarningPage> {
    const { items, next } = await this.compensation.list(filter, { cursor, limit });
    return { items: items.map(earningView), next };
  }
}
