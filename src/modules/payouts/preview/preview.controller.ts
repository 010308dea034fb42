import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { PayoutBatchDetailView } from '../batch.dto';
import { LeftOutService } from './left-out.service';
import { LeaveOutInput, LeaveOutParams, PayoutPreviewView } from './preview.dto';
import { PreviewService } from './preview.service';

@ApiTags('payouts')
@Controller('api/v1/payout-batches')
export class PreviewController {
  constructor(
    private readonly previews: PreviewService,
    private readonly leftOut: LeftOutService,
  ) {}

  @Get(':id/preview')
  @Access('payout.read')
  @ApiOperation({
    operationId: 'previewPayoutBatch',
    summary: 'What approving a batch does: totals, changes since the last run, new payees, changed accounts',
  })
  async preview(@Param('id') id: string): Promise<PayoutPreviewView> {
    return this.previews.get(id);
  }

  @Post(':id/payees/:personId/leave-out')
  @HttpCode(200)
  @Access('payout.draft')
  @ApiOperation({
    operationId: 'leaveOutPayee',
    summary: 'Take a payee out of a draft; approvals are void, and what is due goes into a later batch',
  })
  async leaveOut(
    @Param() { id, personId }: LeaveOutParams,
    @Body() { reason }: LeaveOutInput,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<PayoutBatchDetailView> {
    return this.leftOut.leaveOut(id, personId, reason, me, once);
  }
}
