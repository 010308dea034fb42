import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/actor';
import { OnceKey, type Once } from '../../platform/idempotency/idempotency';
import { Access, Me } from '../access';
import {
  PayoutBatchDetailView,
  PayoutBatchPage,
  PayoutBatchQuery,
  PayoutBatchVerbInput,
  PayoutBatchVerbParams,
  NewPayoutBatchInput,
} from './batch.dto';
import { BatchService } from './batch.service';
import { DraftService } from './drafting/draft.service';

@ApiTags('payouts')
@Controller('api/v1/payout-batches')
export class BatchController {
  constructor(
    private readonly batches: BatchService,
    private readonly drafts: DraftService,
  ) {}

  @Get()
  @Access('payout.read')
  @ApiOperation({ operationId: 'listPayoutBatches', summary: 'Payout batches, newest first' })
  async list(@Query() query: PayoutBatchQuery, @Me() me: Actor): Promise<PayoutBatchPage> {
    return this.batches.list(query, me);
  }

  @Post()
  @Access('payout.draft')
  @ApiOperation({ operationId: 'draftPayoutBatch', summary: 'Put everything that is due into a batch' })
  async draft(
    @Body() body: NewPayoutBatchInput,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<PayoutBatchDetailView> {
    return this.drafts.draft(body, me, once);
  }

  @Get(':id')
  @Access('payout.read')
  @ApiOperation({ operationId: 'getPayoutBatch', summary: 'A batch with its payouts' })
  async get(@Param('id') id: string, @Me() me: Actor): Promise<PayoutBatchDetailView> {
    return this.batches.get(id, me);
  }

  @Post(':id/:verb')
  @HttpCode(200)
  @Access('payout.approve')
  @ApiOperation({
    operationId: 'actOnPayoutBatch',
    summary: 'Approve, cancel, send, pause, resume or stop a batch',
  })
  async act(
    @Param() { id, verb }: PayoutBatchVerbParams,
    @Body() body: PayoutBatchVerbInput,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<PayoutBatchDetailView> {
    return this.batches.act(id, verb, body, me, once);
  }
}
