import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/actor';
import { PageQuery } from '../../platform/http/page-query.dto';
import { Access, Me } from '../access';
import { PayoutDetailView, PayoutPage, PayoutQuery, PayoutVerbInput, PayoutVerbParams } from './payout.dto';
import { PayoutService } from './payout.service';
import { SendingService } from './sending/sending.service';

@ApiTags('payouts')
@Controller('api/v1')
export class PayoutController {
  constructor(
    private readonly payouts: PayoutService,
    private readonly sending: SendingService,
  ) {}

  @Get('payouts')
  @Access('payout.read')
  @ApiOperation({ operationId: 'listPayouts', summary: 'Payouts, newest first' })
  async list(
    @Query() { state, programId, personId, batchId, ...page }: PayoutQuery,
    @Me() me: Actor,
  ): Promise<PayoutPage> {
    return this.payouts.list({ state, programId, personId, batchId }, page, me);
  }

  @Get('me/payouts')
  @Access('payout.own')
  @ApiOperation({ operationId: 'listMyPayouts', summary: 'Payouts to you, newest first' })
  async listMine(@Query() query: PageQuery, @Me() me: Actor): Promise<PayoutPage> {
    return this.payouts.list({ personId: me.id }, query, me);
  }

  @Get('payouts/:id')
  @Access('payout.read')
  @ApiOperation({ operationId: 'getPayout', summary: 'A payout with its earnings, postings and attempts' })
  async get(@Param('id') id: string, @Me() me: Actor): Promise<PayoutDetailView> {
    return this.payouts.get(id, me);
  }

  @Post('payouts/:id/:verb')
  @HttpCode(200)
  @Access('payout.operate')
  @ApiOperation({ operationId: 'actOnPayout', summary: 'Go on with a payout that is on hold' })
  async act(
    @Param() { id }: PayoutVerbParams,
    @Body() { reason }: PayoutVerbInput,
    @Me() me: Actor,
  ): Promise<PayoutDetailView> {
    await this.sending.retry(id, me, reason);
    return this.payouts.get(id, me);
  }
}
