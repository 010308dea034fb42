import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../access';
import { ApprovalService } from '../approval.service';
import { ClockNumbersView, OpinionParityView } from './clock-numbers.dto';
import { ReviewNumbersService } from './clock-numbers.service';
import { ApprovalNumbersView, NumbersQuery, numbersView } from './numbers.dto';

@ApiTags('approval')
@Controller('api/v1/approval-numbers')
export class NumbersController {
  constructor(
    private readonly approval: ApprovalService,
    private readonly numbers: ReviewNumbersService,
  ) {}

  @Get()
  @Access('submission.read_any')
  @ApiOperation({ operationId: 'getApprovalNumbers', summary: 'Counts, clocks and overturn rate, for staff' })
  async get(@Query() { programId }: NumbersQuery): Promise<ApprovalNumbersView> {
    return numbersView(await this.approval.numbers(programId ?? null));
  }

  @Get('clocks')
  @Access('public.read')
  @ApiOperation({
    operationId: 'getReviewClocks',
    summary: 'Time to the first look and to the decision, share in target over 90 days, by cohort',
  })
  async clocks(@Query() { programId }: NumbersQuery): Promise<ClockNumbersView> {
    return this.numbers.clocks(programId ?? null);
  }

  @Get('parity')
  @Access('public.read')
  @ApiOperation({
    operationId: 'getOpinionParity',
    summary: 'Whether critical works are approved as often as favourable ones, with confidence intervals',
  })
  async parity(@Query() { programId }: NumbersQuery): Promise<OpinionParityView> {
    return this.numbers.parity(programId ?? null);
  }
}
