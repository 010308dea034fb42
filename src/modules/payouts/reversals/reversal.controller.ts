import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { ReversalInput, ReversalPage, ReversalQuery, ReversalVerbParams, ReversalView } from './reversal.dto';
import { ReversalService } from './reversal.service';

@ApiTags('payouts')
@Controller('api/v1')
export class ReversalController {
  constructor(private readonly reversals: ReversalService) {}

  @Get('payout-reversals')
  @Access('payout.read')
  @ApiOperation({ operationId: 'listPayoutReversals', summary: 'Payouts that somebody wants back' })
  async list(@Query() query: ReversalQuery, @Me() me: Actor): Promise<ReversalPage> {
    return this.reversals.list(query, me);
  }

  @Post('payouts/:id/reversals')
  @Access('payout.operate')
  @ApiOperation({
    operationId: 'askPayoutReversal',
    summary: 'Ask for a payout back; another person confirms it',
  })
  async ask(
    @Param('id') id: string,
    @Body() { reason }: ReversalInput,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<ReversalView> {
    const made = await this.reversals.ask(id, reason, me, once);
    return this.reversals.get(made.id, me);
  }

  @Post('payout-reversals/:id/:verb')
  @HttpCode(200)
  @Access('payout.approve')
  @ApiOperation({ operationId: 'actOnPayoutReversal', summary: 'Confirm or withdraw a reversal' })
  async act(
    @Param() { id, verb }: ReversalVerbParams,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<ReversalView> {
    await this.reversals.act(id, verb, me, once);
    return this.reversals.get(id, me);
  }
}
